import type { ComponentChildren } from 'preact';
import { documentName } from '../applications/documents/document-texts.ts';
import type { Language } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { DataTable } from '../site/data-table.tsx';
import { Notice } from '../site/parts.tsx';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { answersQuestion } from './application-texts.ts';
import { FINDING_TEXTS } from './finding-texts.ts';
import type { ToldFinding } from './integrity-case.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';
import type { Mask } from './passage.ts';
import type { Finding, Quoted } from './signals.ts';

/** What a finding is shown with: the reader's language, the names of its parts, and what of a passage is hidden. */
export type Showing = {
  language: Language;
  mask: Mask;
  organisation: Organisation;
  vacancy: Pick<Vacancy, 'questions'>;
};

/** The name of a text of an application, as people say it. */
export function partName(part: string, { language, organisation, vacancy }: Omit<Showing, 'mask'>): string {
  const t = FINDING_TEXTS[language];
  const [sort, name = '', number = ''] = part.split(':');
  if (sort === 'document') return documentName(name, { organisation, questions: vacancy.questions }, language);
  if (sort === 'requirement') return name === 'essential' ? t.essential(number) : t.desirable(number);
  const question = [...organisation.questions, ...vacancy.questions].find(({ code }) => code === name);
  return t.question(question?.text[language] ?? question?.text.en ?? name);
}

/** Where a finding is, in one line. */
export function placeOf(finding: Finding | ToldFinding, showing: Showing): string {
  const t = FINDING_TEXTS[showing.language];
  if (finding.kind === 'declaration') return t.kinds.declaration.title;
  const part = partName(finding.part, showing);
  if (finding.kind === 'hidden-text')
    return [part, INTEGRITY_TEXTS[showing.language].page(finding.page), t.how[finding.how]].join(', ');
  return 'pattern' in finding ? [part, t.patterns[finding.pattern]].filter(Boolean).join(', ') : part;
}

/** Every passage that anybody is shown goes through here. */
function Passage({ text, showing: { mask } }: { text: string; showing: Showing }) {
  return <blockquote class="as-typed">{mask(text)}</blockquote>;
}

function QuotedPassage({ passage, showing: { mask } }: { passage: Quoted; showing: Showing }) {
  return (
    <blockquote class="as-typed">
      {mask(passage.before)}
      <mark>{mask(passage.words)}</mark>
      {mask(passage.after)}
    </blockquote>
  );
}

type FindingProps = { finding: Finding | ToldFinding; showing: Showing };

/** What there is to read of a finding: its passage or passages, and never a figure. */
export function FindingShown({ finding, showing }: FindingProps): ComponentChildren {
  const { language, mask } = showing;
  const t = INTEGRITY_TEXTS[language];
  switch (finding.kind) {
    case 'declaration':
      return <p>{finding.text[language] ?? finding.text['en']}</p>;
    case 'shared':
      return <SharedShown finding={finding} showing={showing} />;
    case 'from-notice':
      return finding.passages.map((text) => <Passage key={text} text={text} showing={showing} />);
    case 'hidden-text':
      return <Passage text={finding.passage} showing={showing} />;
    case 'made-with':
      return <p>{mask(finding.programs.join(' · '))}</p>;
    case 'tool-link':
      return (
        <>
          <QuotedPassage passage={finding.passage} showing={showing} />
          <p>
            {t.address} <code>{mask(finding.url)}</code>
          </p>
        </>
      );
    case 'prompt-residue':
    case 'instruction':
    case 'placeholder':
      return <QuotedPassage passage={finding.passage} showing={showing} />;
    default:
      return assertNever(finding);
  }
}

/** Passages side by side; to the applicant, their own alone. */
function SharedShown({
  finding,
  showing,
}: {
  finding: Extract<FindingProps['finding'], { kind: 'shared' }>;
  showing: Showing;
}) {
  const { language, mask } = showing;
  const t = INTEGRITY_TEXTS[language];
  if (!('other' in finding))
    return (
      <>
        {finding.passages.map((text) => (
          <Passage key={text} text={text} showing={showing} />
        ))}
        <p>{t.another}</p>
      </>
    );
  const { number, part } = finding.other;
  const questions = [...showing.organisation.questions, ...showing.vacancy.questions];
  return (
    <>
      {answersQuestion(finding.part, questions) && <p class="hint">{t.paperOfOthers}</p>}
      <DataTable
        caption={t.passage}
        hiddenCaption
        columns={[{ heading: t.here }, { heading: `${t.there(number)}, ${partName(part, showing)}` }]}
        rows={finding.passages.map(({ mine, theirs }, index) => ({
          key: index,
          cells: [<span class="as-typed">{mask(mine)}</span>, <span class="as-typed">{mask(theirs)}</span>],
        }))}
      />
    </>
  );
}

/** Why nothing came of what was sent, with what was written: no form is left to hold it. */
export function NothingDone({ problem, written, language }: { problem: string; written: string; language: Language }) {
  return (
    <Notice tone="warning" status title={problem}>
      {written !== '' && (
        <>
          <p>{INTEGRITY_TEXTS[language].youWrote}</p>
          <blockquote class="as-typed">{written}</blockquote>
        </>
      )}
    </Notice>
  );
}
