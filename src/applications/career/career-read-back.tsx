import { careerOf } from '../../people/profile/career.ts';
import { careerTold } from '../../people/profile/career-summary.tsx';
import { entryTold, fieldLabel, partRules, valueTold } from '../../people/profile/entry-words.ts';
import { latestFirst, valueIn, type Entry } from '../../people/profile/profile.ts';
import type { Language } from '../../platform/language.ts';
import { SummaryList, type SummaryRow } from '../../site/parts.tsx';
import type { CareerContent } from './career-content.ts';
import { CAREER_STEPS, type CareerStep } from './career-gaps.ts';
import { CAREER_TEXTS } from './career-texts.ts';
import type { ReadBackProps } from '../read-back-props.ts';

type CareerProps = ReadBackProps & { action: (step: CareerStep | 'willingness') => SummaryRow['action'] };

/** Education, experience and willingness as they are stored, entry by entry and field by field. */
export function CareerReadBack(props: CareerProps) {
  const { content, rules } = props;
  return (
    <>
      {CAREER_STEPS.filter((step) => rules.form[step].asked !== 'no' || content[step] !== undefined).map((step) => (
        <CareerPart key={step} {...props} step={step} />
      ))}
      <Willingness {...props} />
    </>
  );
}

function CareerPart({ page: { language }, content, rules, step, action, on }: CareerProps & { step: CareerStep }) {
  const t = CAREER_TEXTS[language];
  const entries = latestFirst(content[step] ?? []);
  const told = { rules, language };
  const day = 'receivedAt' in content ? content.receivedAt.slice(0, 10) : on;
  const total = step === 'experience' && day !== undefined && entries.length > 0;
  const rows: SummaryRow[] = entries.map((entry) => ({
    term: entryTold(step, entry, told),
    value: <EntryTold step={step} entry={entry} kinds={content.degreeKinds} {...told} />,
    action: action(step),
  }));
  if (total) rows.push({ term: t.total, value: careerTold(careerOf(entries, rules, day), language) });
  const none: SummaryRow = { term: t.stated[step], value: t.nothingStated, action: action(step) };
  return (
    <>
      <h3>{t.stated[step]}</h3>
      <SummaryList rows={rows.length > 0 ? rows : [none]} />
      {step === 'education' && entries.length > 0 && <p class="hint">{t.kindIsTheirs}</p>}
    </>
  );
}

type EntryProps = Pick<ReadBackProps, 'rules'> & {
  step: CareerStep;
  entry: Entry;
  /** What the kinds of degree were called when it was submitted. */
  kinds: CareerContent['degreeKinds'];
  language: Language;
};

function EntryTold({ step, entry, kinds = [], rules, language }: EntryProps) {
  const told = { rules, language };
  const lines = partRules(step, rules)
    .map(([field, { kind }]) => {
      const value = valueIn(entry, field);
      const chosen = kind === 'degree-kind' ? kinds.find(({ code }) => code === value) : undefined;
      return [fieldLabel(step, field, told), chosen?.name[language] ?? valueTold(kind, value, told)] as const;
    })
    .filter(([, value]) => value !== '');
  return (
    <span class="as-typed">
      {lines.map(([label, value]) => `${label}${language === 'fr' ? '\u00a0: ' : ': '}${value}`).join('\n')}
    </span>
  );
}

/** What was declared, in the wording it was asked in. */
function Willingness({ page: { language }, content, rules, action }: CareerProps) {
  const { willingness = [] } = content;
  if (willingness.length === 0) return null;
  const t = CAREER_TEXTS[language];
  return (
    <SummaryList
      rows={willingness.map(({ text, answer }) => ({
        term: text[language],
        value: valueTold('yes-or-no', answer, { rules, language }) || t.noAnswer,
        action: action('willingness'),
      }))}
    />
  );
}

type ShownByProps = Pick<ReadBackProps, 'content' | 'rules' | 'page'> & { evidence: readonly string[] | undefined };

/** The degrees and posts that were named for a requirement; nothing where none was. */
export function ShownBy({ evidence, ...props }: ShownByProps) {
  const told = evidenceTold(evidence, props);
  return told === undefined ? null : <p class="hint">{told}</p>;
}

/** The degrees and posts that were named for a requirement, each in short. */
export function evidenceTold(
  ids: readonly string[] | undefined,
  { content, rules, page: { language } }: ReadBackProps,
): string | undefined {
  const named = CAREER_STEPS.flatMap((step) =>
    (content[step] ?? [])
      .filter(({ id }) => ids?.includes(id))
      .map((entry) => entryTold(step, entry, { rules, language })),
  );
  return named.length === 0 ? undefined : `${CAREER_TEXTS[language].shownBy} ${named.join(' · ')}`;
}
