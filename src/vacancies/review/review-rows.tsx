import type { ComponentChildren } from 'preact';
import { LANGUAGES, otherLanguages, type Language, type Localized } from '../../platform/language.ts';
import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import { RULE_NAMES } from '../../notices/lint/finding-texts.ts';
import type { Lines } from '../../notices/notice.ts';
import { explainDoubt } from '../../notices/notice-texts.ts';
import { deadlineInstant } from '../../regulations/deadline.ts';
import { explainDeadline } from '../../regulations/regulations-texts.ts';
import { BilingualRows, type BilingualCell, type BilingualRow } from '../../site/bilingual-rows.tsx';
import { Instant } from '../../site/instant.tsx';
import { Tag, Why, type Tone } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { languageName } from '../../site/language-name.ts';
import { DOUBT_TITLES } from './doubt-texts.ts';
import { factText, type CodeBook } from '../fact-values.ts';
import { fieldAt, type Item } from '../notice-fields.ts';
import { NAMES } from '../field-texts.ts';
import type { Weight } from './review.ts';
import { openFindings, type Finding, type SheetPart, type SheetRow } from './review-sheet.ts';
import { Waiving } from '../approval/waiver-parts.tsx';
import { sideRoles, TranslationNote } from '../translation/translation-note.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import { rulesDay, type Vacancy } from '../vacancy.ts';

export const TONES: Record<Weight, Tone> = { error: 'error', translation: 'warning', check: 'warning', note: 'info' };
const MARKS = { error: 'error', translation: 'warning', check: 'warning', note: undefined } as const;

export type SheetView = {
  vacancy: Vacancy;
  sheet: readonly SheetPart[];
  language: Language;
  book: CodeBook;
  /** The address of the review page. */
  here: string;
  /** Whether the reader may change the notice. */
  editable: boolean;
};

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

type RowView = SheetView & { open: readonly string[]; number: string | undefined };

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

/** Where it stood in the text received, in the words of the page. */
export function LineLink({ lines, view }: { lines: Lines | undefined; view: Pick<SheetView, 'here' | 'language'> }) {
  const t = VACANCY_TEXTS[view.language].review;
  if (!lines) return null;
  const text = fillIn(lines.from === lines.to ? t.line : t.lines, lines);
  return (
    <p class="place" lang={view.language}>
      <a href={`${view.here}/original#L${lines.from}`}>{text}</a>
    </p>
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

function FindingNote({ finding, view }: { finding: Finding; view: RowView }) {
  const { language, open } = view;
  const t = VACANCY_TEXTS[language].review;
  const { title, reason } = wordsOf(finding, language);
  const next = open[open.indexOf(finding.id) + 1];
  return (
    <div class={finding.open ? 'finding' : 'finding settled'} id={finding.id} tabindex={-1}>
      <p>
        <Tag tone={finding.open ? TONES[finding.weight] : 'plain'}>{title}</Tag>
      </p>
      <p>{reason}</p>
      {finding.kind === 'doubt' && <LineLink lines={finding.doubt.lines} view={view} />}
      {finding.kind === 'lint' && <Mended fix={finding.found.fix} language={language} />}
      {finding.kind === 'lint' && (
        <p class="place">
          <a href={`/${language}/staff/check-rules/${finding.found.rule}`}>
            {t.aboutRule}
            <span class="hidden"> {title}</span>
          </a>
        </p>
      )}
      {finding.kind === 'lint' && <Waiving {...finding} {...view} />}
      {finding.kind === 'doubt' && !finding.open && (
        <p class="quiet">{finding.doubt.state === 'confirmed' ? t.confirmed : t.mended}</p>
      )}
      {finding.kind === 'doubt' && finding.open && view.editable && <Settle index={finding.index} view={view} />}
      {finding.open && next !== undefined && (
        <p class="place">
          <a href={`#${next}`}>{t.nextFinding} ↓</a>
        </p>
      )}
    </div>
  );
}

/** The languages that a finding of the linter is about: those it has lines in, else those of its field, else all. */
function languagesOf({ lines, field = '' }: LintFinding): readonly Language[] {
  const placed = LANGUAGES.filter((language) => lines[language] !== undefined);
  if (placed.length > 0) return placed;
  const named = LANGUAGES.filter((language) => field.includes(`.${language}`));
  return named.length > 0 ? named : LANGUAGES;
}

/** What a finding is called, and its reason. */
export function wordsOf(finding: Finding, language: Language): { title: string; reason: string } {
  const t = VACANCY_TEXTS[language].review;
  if (finding.kind === 'doubt') {
    const { doubt } = finding;
    return { title: DOUBT_TITLES[doubt.kind][language], reason: explainDoubt(doubt)[language] };
  }
  if (finding.kind === 'lint')
    return { title: RULE_NAMES[finding.found.rule][language], reason: finding.found.message[language] };
  const [other = finding.stands] = otherLanguages(finding.missing);
  return {
    title: fillIn(t.missing, { language: languageName(finding.missing, language) }),
    reason: fillIn(t.missingReason, { other: languageName(other, language) }),
  };
}

/** What to write in place of what stands there, where that is certain. */
function Mended({ fix, language }: { fix: LintFinding['fix']; language: Language }) {
  if (!fix) return null;
  return (
    <p>
      <del>{fix.from}</del> <span aria-hidden="true">→</span>{' '}
      <span class="hidden">{VACANCY_TEXTS[language].review.becomes}</span> <ins>{fix.to}</ins>
    </p>
  );
}

function Settle({ index, view: { vacancy, here, language } }: { index: number; view: RowView }) {
  return (
    <form method="post" action={`${here}/doubts/${index}/settlement`}>
      <input type="hidden" name="version" value={vacancy.version} />
      <button type="submit" class="link">
        {VACANCY_TEXTS[language].review.confirm}
      </button>
    </form>
  );
}
