// A real table; on phones every row becomes a block with the column's name before each value.
import type { ReactNode } from 'react';

export type Column = { key: string; label: string; number?: boolean };

export type TableRow = { key: string; cells: Record<string, ReactNode> };

type TableProps = {
  caption: string;
  /** The first column names the row. */
  columns: readonly Column[];
  rows: readonly TableRow[];
};

/** Numbers stand at the right; the caption says what the table holds. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <table className="table rc-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, number }) => (
            <th key={key} scope="col" className={number ? 'rc-number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} heads={index === 0}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, heads, children }: { column: Column; heads: boolean; children: ReactNode }) {
  if (heads) return <th scope="row">{children}</th>;
  return (
    <td data-label={column.label} className={column.number ? 'rc-number' : undefined}>
      {children}
    </td>
  );
}
