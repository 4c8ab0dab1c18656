import { Fragment } from 'preact';
import { entryTold } from '../../people/profile/entry-words.ts';
import type { Translated } from '../../platform/language.ts';
import { Checkboxes, errorOf, TextArea } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Notice, Why } from '../../site/parts.tsx';
import { titleIn } from '../application.ts';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { CAREER_STEPS, statedEntries } from '../career/career-gaps.ts';
import { CAREER_TEXTS } from '../career/career-texts.ts';
import { LIMITS, requirementsOf, strayAnswers, type Requirement } from '../answers.ts';
import type { FieldsProps } from './step-fields-props.ts';

/** A text for each requirement of the notice as it stands now; answers to earlier wordings are shown below. */
export function RequirementFields(props: FieldsProps) {
  const { page, dossier } = props;
  const t = APPLICATION_TEXTS[page.language];
  const asked = requirementsOf(dossier.vacancy.notice);
  return (
    <>
      <p>{t.requirementsHint}</p>
      <RequirementGroup {...props} asked={asked.filter(({ kind }) => kind === 'essential')} />
      <RequirementGroup {...props} asked={asked.filter(({ kind }) => kind === 'desirable')} />
      <Stray {...props} asked={asked} />
    </>
  );
}

function RequirementGroup({ page, dossier, answers, errors, asked }: FieldsProps & { asked: Requirement[] }) {
  const t = APPLICATION_TEXTS[page.language];
  const [first] = asked;
  if (!first) return null;
  const essential = first.kind === 'essential';
  return (
    <section>
      <h2>{essential ? t.essential : t.desirable}</h2>
      <p>{essential ? t.essentialNote : t.desirableNote}</p>
      {asked.map(({ key, number, text }) => (
        <Fragment key={key}>
          <TextArea
            name={`requirement-${key}`}
            label={essential ? t.requirement(number) : t.desirableNumber(number)}
            hint={<RequirementText text={text} page={page} />}
            optional={!essential}
            value={answers.requirements[key]?.text}
            rows={7}
            maxCharacters={LIMITS.requirement}
            error={errorOf(errors, `requirement-${key}`)}
          />
          <Evidence {...{ page, dossier, answers }} requirement={key} />
        </Fragment>
      ))}
    </section>
  );
}

type EvidenceProps = Pick<FieldsProps, 'page' | 'dossier' | 'answers'> & { requirement: string };

/** The degrees and posts that may be named for a requirement; nothing where none is stated. */
function Evidence({ page: { language }, dossier: { rules }, answers, requirement }: EvidenceProps) {
  const t = CAREER_TEXTS[language];
  const options = CAREER_STEPS.flatMap((step) =>
    statedEntries(answers, step).map((entry) => ({
      value: entry.id,
      text: entryTold(step, entry, { rules, language }),
    })),
  );
  if (options.length === 0) return null;
  return (
    <Why summary={t.evidence}>
      <Checkboxes
        name={`evidence-${requirement}`}
        label={t.evidenceLabel}
        hint={t.evidenceNote}
        values={answers.requirements[requirement]?.evidence ?? []}
        options={options}
      />
    </Why>
  );
}

/** The requirement in the reader's language, else in the one it has, marked as such. */
export function RequirementText({ text, page }: { text: Translated; page: PageContext }) {
  const shown = titleIn(text, page.language);
  return <span lang={shown.language === page.language ? undefined : shown.language}>{shown.text}</span>;
}

function Stray({ page, answers, asked }: FieldsProps & { asked: Requirement[] }) {
  const t = APPLICATION_TEXTS[page.language];
  const stray = strayAnswers(answers, asked);
  if (stray.length === 0) return null;
  return (
    <Notice title={t.stray}>
      <p>{t.strayNote}</p>
      <dl class="stray">
        {stray.map(({ wording, text }) => (
          <div key={wording}>
            <dt>{wording}</dt>
            <dd class="as-typed">{text}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
