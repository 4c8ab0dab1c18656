import { formatInstantToMinute, dateIn } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../site/forms.tsx';
import { Instant } from '../site/instant.tsx';
import { PublicLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Notice, Tag, Why } from '../site/parts.tsx';
import { FINDING_TEXTS } from './finding-texts.ts';
import { FindingShown, NothingDone, placeOf, type Showing } from './finding-parts.tsx';
import { isDecided, MAX_ANSWER, toldOf, type IntegrityCase } from './integrity-case.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';

export type MyIntegrityProps = {
  page: PageContext;
  number: string;
  showing: Showing;
  zone: string;
  now: Date;
  cases: readonly IntegrityCase[];
  /** What stands in the form, where it came back. */
  typed: string | undefined;
  errors: FieldError[];
  /** What no field could mend. */
  problem: string | undefined;
};

/** What an applicant is asked about their own work, word by word, and their answer. */
export function MyIntegrityPage(props: MyIntegrityProps) {
  const { page, number, showing, cases, errors, problem } = props;
  const { language } = page;
  const t = INTEGRITY_TEXTS[language];
  const { integrity } = showing.organisation;
  return (
    <PublicLayout page={page} title={`${t.mine} (${number})`} inError={errors.length > 0}>
      <BackLink href={`/${language}/my/applications/${number}`}>{t.backToMine}</BackLink>
      <ErrorSummary errors={errors} />
      {problem !== undefined && <NothingDone {...{ problem, written: props.typed ?? '', language }} />}
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{t.mine}</h1>
      <p>{integrity.text[language]}</p>
      <Why summary={t.why}>
        <p>{integrity.source[language]}</p>
      </Why>
      {cases.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        cases.map((one) => <Asked key={one.id} {...props} one={one} />)
      )}
    </PublicLayout>
  );
}

function Asked({ one, ...props }: MyIntegrityProps & { one: IntegrityCase }) {
  const { page, showing, zone, now } = props;
  const { language } = page;
  const t = INTEGRITY_TEXTS[language];
  const kinds = FINDING_TEXTS[language].kinds;
  const until = formatInstantToMinute(one.answerUntil, zone, language);
  const mayAnswer = !isDecided(one.status) && now <= one.answerUntil;
  return (
    <section>
      <h2>
        {t.asked(dateIn(one.openedAt, zone, language))} {isDecided(one.status) && <Tag>{t.outcomeTold}</Tag>}
      </h2>
      {isDecided(one.status) ? (
        <Notice tone="info" title={t.told[one.status]}>
          <p>{t.theirReason}</p>
          <blockquote class="as-typed">{one.decision?.reason}</blockquote>
          <p>{t.decidedOn}</p>
        </Notice>
      ) : (
        <Notice tone="info" title={mayAnswer ? t.youCan(until) : t.timeOver(until)}>
          <p>{t.whatItIs}</p>
        </Notice>
      )}
      <h3>{t.whyAsked}</h3>
      <p class="as-typed">{one.reason}</p>
      <h3>{t.whatItRestsOn}</h3>
      {one.evidence.map(({ finding, sha256 }) => (
        <article key={sha256}>
          <p>
            <b>{kinds[finding.kind].title}</b> · {placeOf(toldOf(finding), showing)}
          </p>
          <p>{kinds[finding.kind].meaning}</p>
          <FindingShown finding={toldOf(finding)} showing={showing} />
        </article>
      ))}
      <Answer {...props} {...{ one, mayAnswer }} />
    </section>
  );
}

type AnswerProps = MyIntegrityProps & { one: IntegrityCase; mayAnswer: boolean };

function Answer({ page: { language }, number, zone, typed, errors, one, mayAnswer }: AnswerProps) {
  const t = INTEGRITY_TEXTS[language];
  const here = `/${language}/my/applications/${number}/integrity/answer`;
  return (
    <>
      {one.answer !== null && (
        <>
          <h3>{t.yourAnswer}</h3>
          {!mayAnswer && <blockquote class="as-typed">{one.answer}</blockquote>}
          {one.answeredAt && (
            <p class="hint">
              {t.sentOn} <Instant at={one.answeredAt} zone={zone} toMinute />
            </p>
          )}
        </>
      )}
      {mayAnswer && (
        <form method="post" action={here} novalidate>
          <input type="hidden" name="version" value={one.version} />
          <TextArea
            name="answer"
            label={t.yourAnswer}
            hint={t.yourAnswerHint}
            value={typed ?? one.answer ?? ''}
            rows={10}
            maxCharacters={MAX_ANSWER}
            error={errorOf(errors, 'answer')}
          />
          <div class="actions">
            <SubmitButton>{one.answer === null ? t.send : t.replace}</SubmitButton>
          </div>
        </form>
      )}
      {mayAnswer && one.answer !== null && (
        <form method="post" action={`${here}/removal`}>
          <input type="hidden" name="version" value={one.version} />
          <SubmitButton tone="quiet">{t.takeBack}</SubmitButton>
        </form>
      )}
    </>
  );
}
