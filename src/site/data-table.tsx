/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table laid out as blocks loses its roles in some browsers, so they are spelled out */
import type { ComponentChildren } from 'preact';

export type Column = {
  heading: ComponentChildren;
  /** Names the row for screen readers: one column at most. */
  rowHeader?: boolean | undefined;
  numeric?: boolean | undefined;
};

/** A cell for each column, in their order. */
export type TableRow = { key: string | number; cells: ComponentChildren[] };

type DataTableProps = {
  caption: ComponentChildren;
  hiddenCaption?: boolean | undefined;
  columns: Column[];
  rows: TableRow[];
};

/** A table that becomes a list of labelled facts where it is narrow. */
export function DataTable({ caption, hiddenCaption, columns, rows }: DataTableProps) {
  return (
    <table class="data" role="table">
      <caption class={hiddenCaption ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, numeric }, index) => (
            <th key={index} role="columnheader" scope="col" class={numeric ? 'numeric' : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr role="row" key={key}>
            {columns.map((column, index) => (
              <Cell key={index} column={column} value={cells[index]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, value }: { column: Column; value: ComponentChildren }) {
  const inside = (
    <>
      <span class="cell-label" aria-hidden="true">
        {column.heading}
      </span>
      <span class="cell-value">{value}</span>
    </>
  );
  const alignment = column.numeric ? 'numeric' : undefined;
  return column.rowHeader ? (
    <th role="rowheader" scope="row" class={alignment}>
      {inside}
    </th>
  ) : (
    <td role="cell" class={alignment}>
      {inside}
    </td>
  );
}
