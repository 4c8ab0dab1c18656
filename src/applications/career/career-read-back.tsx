import { careerOf } from '../../people/profile/career.ts';
import { careerTold } from '../../people/profile/career-summary.tsx';
import { entryTold, fieldLabel, partRules, valueTold } from '../../people/profile/entry-words.ts';
import { latestFirst, valueIn, type Entry } from '../../people/profile/profile.ts';
import { SummaryList, type SummaryRow } from '../../site/parts.tsx';
import { CAREER_STEPS, type CareerStep } from './career-gaps.ts';
import { CAREER_TEXTS } from './career-texts.ts';
import type { ReadBackProps } from '../read-back.tsx';

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
  const day = 'receivedAt' in content ? String(content.receivedAt).slice(0, 10) : on;
  const total = step === 'experience' && day !== undefined && entries.length > 0;
  const rows: SummaryRow[] = entries.map((entry) => ({
    term: entryTold(step, entry, told),
    value: <EntryTold step={step} entry={entry} {...told} />,
    action: action(step),
  }));
  if (total) rows.push({ term: t.total, value: careerTold(careerOf(entries, rules, day), language) });
  const none: SummaryRow = { term: t.stated[step], value: t.nothingStated, action: action(step) };
  return (
    <>
      <h3>{t.stated[step]}</h3>
      <SummaryList rows={rows.length > 0 ? rows : [none]} />
    </>
  );
}

type EntryProps = Pick<ReadBackProps, 'rules'> & { step: CareerStep; entry: Entry; language: 'en' | 'fr' };

function EntryTold({ step, entry, rules, language }: EntryProps) {
  const told = { rules, language };
  const lines = partRules(step, rules)
    .map(([field, { kind }]) => [fieldLabel(step, field, told), valueTold(kind, valueIn(entry, field), told)] as const)
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
