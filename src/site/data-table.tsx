/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table laid out as blocks loses its roles in some browsers, so they are spelled out */
import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  heading: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Names the row for screen readers: one column at most. */
  rowHeader?: boolean | undefined;
  numeric?: boolean | undefined;
};

type DataTableProps<Row> = {
  caption: ComponentChildren;
  hiddenCaption?: boolean | undefined;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
};

/**
 * A table that becomes a list of labelled facts where it is narrow. The roles are spelled out because a table that is
 * no longer laid out as one loses them in some browsers.
 */
export function DataTable<Row>({ caption, hiddenCaption, columns, rows, rowKey }: DataTableProps<Row>) {
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
        {rows.map((row) => (
          <tr role="row" key={rowKey(row)}>
            {columns.map((column, index) => (
              <Cell key={index} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { rowHeader, numeric, heading, cell } = column;
  const inside = (
    <>
      <span class="cell-label" aria-hidden="true">
        {heading}
      </span>
      <span class="cell-value">{cell(row)}</span>
    </>
  );
  if (rowHeader)
    return (
      <th role="rowheader" scope="row">
        {inside}
      </th>
    );
  return (
    <td role="cell" class={numeric ? 'numeric' : undefined}>
      {inside}
    </td>
  );
}
