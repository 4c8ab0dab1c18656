import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import type { Lines } from '../../notices/notice.ts';
import { deadlineInstant } from '../../regulations/deadline.ts';
import { explainDeadline } from '../../regulations/regulations-texts.ts';
import { BilingualRows, type BilingualCell, type BilingualRow } from '../../site/bilingual-rows.tsx';
import { Instant } from '../../site/instant.tsx';
import { Why } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { factText } from '../fact-values.ts';
import { fieldAt, type Item } from '../notice-fields.ts';
import { NAMES } from '../field-texts.ts';
import { openFindings, type Finding, type SheetPart, type SheetRow } from './review-sheet.ts';
import { sideRoles, TranslationNote } from '../translation/translation-note.tsx';
import { VACANCY_TEXTS } from '../vacancy-texts.ts';
import { rulesDay } from '../vacancy.ts';
import { FindingNote, languagesOf, LineLink, type RowView, type SheetView } from './finding-parts.tsx';

const MARKS = { error: 'error', translation: 'warning', check: 'warning', note: undefined } as const;

/** The notice in both languages, part by part, with what was found in the margin where it stands. */
export function ReviewSheet(view: SheetView) {
  const { sheet, language } = view;
  const open = openFindings(sheet).map(({ id }) => id);
  const rows = sheet.flatMap(({ part, rows: own }, at): BilingualRow[] => {
    const number = at === 0 || part === 'other' ? undefined : String(at);
    if (own.length === 0 && part === 'other') return [];
    const numbered = own.map((row, index) =>
      sheetRow(row, { ...view, open, number: number && `${number}.${index + 1}` }),
    );
    return [{ kind: 'heading', key: part, id: `part-${part}`, number, heading: partHeading(part, view) }, ...numbered];
  });
  const role = sideRoles(view.vacancy, language);
  return <BilingualRows caption={VACANCY_TEXTS[language].review.caption} role={role} rows={rows} />;
}

function partHeading(part: SheetPart['part'], { language, here, editable }: SheetView) {
  const t = VACANCY_TEXTS[language].review;
  return (
    <>
      {NAMES[language][part]}{' '}
      {editable && (
        <a class="edit" href={`${here}/edit/${part}`}>
          {t.edit}
          <span class="hidden"> {NAMES[language][part]}</span>
        </a>
      )}
    </>
  );
}

function sheetRow(row: SheetRow, view: RowView): BilingualRow {
  const { language, number } = view;
  return {
    kind: 'text',
    key: row.key,
    number,
    label: labelOf(row, language),
    sides: Object.fromEntries(LANGUAGES.map((side) => [side, cellOf(row, side, view)])) as Localized<BilingualCell>,
    findings: findingsOf(row, view),
  };
}

function labelOf(row: SheetRow, language: Language): string | undefined {
  if (row.kind === 'fact') return NAMES[language][row.fact];
  if (row.kind === 'whole') return VACANCY_TEXTS[language].review.wholePart;
  return row.index === 0 ? NAMES[language][row.path] : undefined;
}

function cellOf(row: SheetRow, side: Language, view: RowView): BilingualCell {
  const mark = markOf(row, side);
  if (row.kind === 'whole') return { children: <span class="quiet">–</span>, mark };
  if (row.kind === 'fact') {
    const { vacancy, book } = view;
    const text = factText(row.fact, { notice: vacancy.notice, language: side, book });
    return {
      children: text && <FactCell text={text} lines={row.lines[side]} view={view} />,
      mark,
    };
  }
  const { item, lines } = row.sides[side];
  return {
    children: item && (
      <>
        <ItemText item={item} pair={isPair(row.path)} lines={lines} view={view} side={side} />
        <TranslationNote {...view} path={row.path} index={row.index} side={side} />
      </>
    ),
    mark,
  };
}

const isPair = (path: string): boolean => fieldAt(path)?.shape === 'pairs';

/** The gravest open finding about this side. */
function markOf({ findings }: SheetRow, side: Language): BilingualCell['mark'] {
  const marks = findings
    .filter((finding) => finding.open && concerns(finding, side))
    .map(({ weight }) => MARKS[weight]);
  return marks.includes('error') ? 'error' : marks.find(Boolean);
}

function concerns(finding: Finding, side: Language): boolean {
  if (finding.kind === 'lint') return languagesOf(finding.found).includes(side);
  const language = finding.kind === 'doubt' ? finding.doubt.language : finding.missing;
  return language === undefined || language === side;
}

function FactCell({ text, lines, view }: { text: string; lines: Lines | undefined; view: SheetView }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      <LineLink lines={lines} view={view} />
    </>
  );
}

type ItemTextProps = { item: Item; pair: boolean; lines: Lines | undefined; view: SheetView; side: Language };

function ItemText({ item, pair, lines, view, side }: ItemTextProps) {
  const paragraphs = item.text.split('\n').filter(Boolean);
  return (
    <>
      {item.heading !== '' && (
        <p>
          <b>{item.heading}</b>
          {pair && item.text !== '' && `${colon(side)}${item.text}`}
        </p>
      )}
      {(!pair || item.heading === '') && paragraphs.map((text, index) => <p key={index}>{text}</p>)}
      <LineLink lines={lines} view={view} />
    </>
  );
}

function findingsOf(row: SheetRow, view: RowView): ComponentChildren {
  const deadline = row.kind === 'fact' && row.fact === 'deadline' && <DeadlineNote view={view} />;
  if (!deadline && row.findings.length === 0) return undefined;
  return (
    <>
      {deadline}
      {row.findings.map((finding) => (
        <FindingNote key={finding.id} finding={finding} view={view} />
      ))}
    </>
  );
}

/** The instant that a printed deadline means, and by which rule it was completed. */
function DeadlineNote({ view: { vacancy, language, book } }: { view: RowView }) {
  const { notice, deadlineAt, deadlineZone } = vacancy;
  if (!notice.deadline || !deadlineAt) return null;
  const why = explainDeadline(
    deadlineInstant(notice.deadline, book.organisation, rulesDay(vacancy, vacancy.updatedAt)),
  )[language];
  return (
    <div>
      <p>
        <Instant at={deadlineAt} zone={deadlineZone} />
      </p>
      <p>{why.sentence}</p>
      <Why>
        <p>{why.ifWrong}</p>
        <p>
          {why.rule} · {why.source}
        </p>
      </Why>
    </div>
  );
}
