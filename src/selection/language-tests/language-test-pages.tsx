import { NO_LEVEL } from '../../applications/answers.ts';
import type { LanguageRequirement } from '../../regulations/eligibility/language-levels.ts';
import type { LanguageOutcome } from '../../regulations/eligibility/language-requirement.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Fieldset } from '../../site/field.tsx';
import { errorOf, Select, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Facts } from '../../site/parts.tsx';
import { LANGUAGE_TEST_TEXTS } from './language-test-texts.ts';

export type TestedCandidate = {
  number: string;
  name: string;
  /** Recorded or just typed, by language. */
  levels: Record<string, string>;
  outcome: LanguageOutcome | undefined;
  /** Whether a review made a level of theirs void that nobody has recorded again. */
  again: boolean;
  /** Whether the reader may record something of them now. */
  open: boolean;
};

export type LanguageTestProps = {
  page: PageContext;
  reference: string;
  stageId: string;
  /** Its name in the page's language. */
  name: string;
  scheme: LanguageScheme;
  required: LanguageRequirement | null;
  candidates: TestedCandidate[];
  reason: string;
  mayRecord: boolean;
  errors: FieldError[];
};

/** The levels that a language test found, candidate by candidate, beside what the notice asks for. */
export function LanguageTestPage(props: LanguageTestProps) {
  const { page, reference, stageId, name, required, candidates, mayRecord, reason, errors } = props;
  const { language } = page;
  const t = LANGUAGE_TEST_TEXTS[language];
  const stage = `/${language}/staff/vacancies/${reference}/stages/${stageId}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.title(name)} · ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`${stage}/scores`}>{t.scoresOf(name)}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{t.title(name)}</h1>
      <p class="lede">{t.lede}</p>
      <p>{required ? t.asked(required.one, required.other) : t.notAsked}</p>
      {candidates.length === 0 ? (
        <EmptyState title={t.nobody}>
          <p>{t.nobodyNote}</p>
        </EmptyState>
      ) : (
        <form method="post" action={`${stage}/languages`} novalidate>
          {candidates.map((candidate) => (
            <Levels key={candidate.number} {...props} candidate={candidate} />
          ))}
          {mayRecord && (
            <>
              <TextArea
                name="reason"
                label={t.reason}
                hint={t.reasonHint}
                value={reason}
                rows={3}
                error={errorOf(errors, 'reason')}
                optional
              />
              <p class="actions">
                <SubmitButton>{t.save}</SubmitButton>
              </p>
            </>
          )}
        </form>
      )}
    </StaffLayout>
  );
}

function Levels({ page, scheme, candidate, errors }: LanguageTestProps & { candidate: TestedCandidate }) {
  const { language } = page;
  const t = LANGUAGE_TEST_TEXTS[language];
  const options = [
    { value: NO_LEVEL, text: t.noLevel },
    ...scheme.levels.map(({ code, name }) => ({
      value: code,
      text: [code, name[language]].filter(Boolean).join(' · '),
    })),
  ];
  return (
    <Fieldset
      name={candidate.number}
      label={`${candidate.name} · ${candidate.number}`}
      hint={candidate.again ? t.again : candidate.outcome && t.outcomes[candidate.outcome]}
    >
      {!candidate.open && (
        <Facts
          facts={scheme.official.map((official) => ({
            term: t.level(languageName(official, language)),
            value: options.find(({ value }) => value === candidate.levels[official])?.text ?? t.notTested,
          }))}
        />
      )}
      {(candidate.open ? scheme.official : []).map((official) => {
        const field = `level-${candidate.number}-${official}`;
        return (
          <Select
            key={official}
            name={field}
            label={t.level(languageName(official, language))}
            empty={t.notTested}
            options={options}
            value={candidate.levels[official]}
            error={errorOf(errors, field)}
          />
        );
      })}
    </Fieldset>
  );
}
