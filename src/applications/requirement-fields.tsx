import type { Translated } from '../platform/language.ts';
import { errorOf, TextArea } from '../site/forms.tsx';
import type { PageContext } from '../site/page-context.ts';
import { Notice } from '../site/parts.tsx';
import { titleIn } from './application.ts';
import { APPLICATION_TEXTS } from './application-texts.ts';
import { LIMITS, requirementsOf, strayAnswers, type Requirement } from './answers.ts';
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

function RequirementGroup({ page, answers, errors, asked }: FieldsProps & { asked: Requirement[] }) {
  const t = APPLICATION_TEXTS[page.language];
  const [first] = asked;
  if (!first) return null;
  const essential = first.kind === 'essential';
  return (
    <section>
      <h2>{essential ? t.essential : t.desirable}</h2>
      <p>{essential ? t.essentialNote : t.desirableNote}</p>
      {asked.map(({ key, number, text }) => (
        <TextArea
          key={key}
          name={`requirement-${key}`}
          label={essential ? t.requirement(number) : t.desirableNumber(number)}
          hint={<RequirementText text={text} page={page} />}
          optional={!essential}
          value={answers.requirements[key]?.text}
          rows={7}
          maxCharacters={LIMITS.requirement}
          error={errorOf(errors, `requirement-${key}`)}
        />
      ))}
    </section>
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
