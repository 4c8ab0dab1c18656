import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import { RULE_NAMES } from '../../notices/lint/finding-texts.ts';
import type { Lines } from '../../notices/notice.ts';
import { explainDoubt } from '../../notices/notice-texts.ts';
import { Tag, type Tone } from '../../site/parts.tsx';
import { languageName } from '../../site/language-name.ts';
import { DOUBT_TITLES } from './doubt-texts.ts';
import type { CodeBook } from '../fact-values.ts';
import type { Weight } from './review.ts';
import type { Finding, SheetPart } from './review-sheet.ts';
import { Waiving } from '../approval/waiver-parts.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

export const TONES: Record<Weight, Tone> = { error: 'error', translation: 'warning', check: 'warning', note: 'info' };

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

export type RowView = SheetView & { open: readonly string[]; number: string | undefined };

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

export function FindingNote({ finding, view }: { finding: Finding; view: RowView }) {
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
export function languagesOf({ lines, field = '' }: LintFinding): readonly Language[] {
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
