// The page of a mail as HTML: 600 px, system fonts, no pictures, no colours that a dark mail program would have to guess.
// Tables, because Outlook lays out nothing else.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '@/db/words';

/** Programs that read no `style` element still show every word in order. */
const common = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; }
.sheet { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
.sheet p, .sheet ul, .sheet ol, .sheet pre { margin: 0 0 16px; }
.sheet blockquote { margin: 0 0 16px; padding-left: 12px; border-left: 3px solid #8a97a6; }
.sheet .words table { border-collapse: collapse; margin: 0 0 16px; }
.sheet .words table td, .sheet .words table th { border: 1px solid #8a97a6; padding: 4px 8px; text-align: left; }
.sheet li p, .sheet .words td p, .sheet .words th p { margin: 0 0 4px; }
.sheet pre { white-space: pre-wrap; }
`;

/** Outlook takes its type from the cell alone. */
export const sheetCell = { font: '16px/1.5 "Segoe UI", Arial, sans-serif', padding: '0 16px' } as const;

type SheetProps = {
  locale: Locale;
  title: string;
  /** Rules of its own, below `.sheet`. */
  style: string;
  /** Rows of a table with one column, each cell in `sheetCell`. */
  rows: ReactNode;
};

export function writeSheet({ locale, title, style, rows }: SheetProps): string {
  const body = renderToStaticMarkup(<Frame>{rows}</Frame>);
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `${renderToStaticMarkup(<title>{title}</title>)}<style>${common}${style}</style>`,
  ].join('');
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}</body></html>`;
}

const table = { role: 'presentation', cellPadding: '0', cellSpacing: '0', border: 0 } as const;

function Frame({ children }: { children: ReactNode }) {
  return (
    <table {...table} width="100%">
      <tbody>
        <tr>
          <td align="center" style={{ padding: '16px 0' }}>
            <table {...table} className="sheet" width="600" style={{ width: '100%', maxWidth: '600px' }}>
              <tbody>{children}</tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
