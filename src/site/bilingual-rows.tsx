/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table laid out as blocks loses its roles in some browsers, so they are spelled out */
import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language, type Localized } from '../platform/language.ts';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

/** One side of a paragraph: its text, or the field that edits it. */
export type BilingualCell = {
  children?: ComponentChildren;
  /** The language the text really is in, where it isn't the column's. */
  lang?: Language | undefined;
  /** The side a finding is about. */
  mark?: 'error' | 'warning' | undefined;
};

export type BilingualRow =
  | { kind: 'heading'; key: string; id?: string | undefined; number?: string | undefined; heading: ComponentChildren }
  | {
      kind: 'text';
      key: string;
      id?: string | undefined;
      /** Where the paragraph stands in the notice: `2.4`. */
      number?: string | undefined;
      /** What the paragraph is, above its texts: “Deadline”. */
      label?: ComponentChildren;
      sides: Localized<BilingualCell>;
      findings?: ComponentChildren;
    };

type BilingualRowsProps = {
  caption: string;
  /** Said beside the language's name at the head of its column: “original”, “translation”. */
  role?: Partial<Localized> | undefined;
  /** The head of the last column, where it holds something else than findings. */
  margin?: string | undefined;
  rows: BilingualRow[];
};

/** The two languages of a notice side by side, paragraph by paragraph, what was found in the margin where it stands. */
export function BilingualRows({ caption, role, margin, rows }: BilingualRowsProps) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <table class="bilingual" role="table">
      <caption class="hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="number">
            <span class="hidden">{t.number}</span>
          </th>
          {LANGUAGES.map((side) => (
            <th key={side} role="columnheader" scope="col">
              <span lang={side}>{SITE_TEXTS[side].languageName}</span>
              {role?.[side] && <span class="quiet"> · {role[side]}</span>}
            </th>
          ))}
          <th role="columnheader" scope="col">
            {margin ?? t.findings}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) =>
          row.kind === 'heading' ? <HeadingRow key={row.key} row={row} /> : <TextRow key={row.key} row={row} />,
        )}
      </tbody>
    </table>
  );
}

function HeadingRow({ row }: { row: Extract<BilingualRow, { kind: 'heading' }> }) {
  return (
    <tr role="row" class="heading" id={row.id}>
      <td role="cell" class="number">
        {row.number}
      </td>
      <th role="rowheader" scope="rowgroup" colspan={3}>
        <h2>{row.heading}</h2>
      </th>
    </tr>
  );
}

function TextRow({ row }: { row: Extract<BilingualRow, { kind: 'text' }> }) {
  return (
    <tr role="row" id={row.id}>
      <th role="rowheader" scope="row" class="number">
        {row.number}
        {row.label && <span class="row-label"> {row.label}</span>}
      </th>
      {LANGUAGES.map((side) => (
        <Side key={side} side={side} cell={row.sides[side]} />
      ))}
      <td role="cell" class="findings">
        {row.findings}
      </td>
    </tr>
  );
}

function Side({ side, cell }: { side: Language; cell: BilingualCell }) {
  const t = SITE_TEXTS[useLanguage()];
  return (
    <td role="cell" class={cell.mark ? `text ${cell.mark}` : 'text'}>
      <span class="cell-label" aria-hidden="true" lang={side}>
        {SITE_TEXTS[side].languageName}
      </span>
      {cell.children ? <div lang={cell.lang ?? side}>{cell.children}</div> : <p class="nothing">{t.nothingHere}</p>}
    </td>
  );
}
