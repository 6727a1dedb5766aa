// The HTML of a copy: the words of its plain text, 600 px, system fonts, no pictures, no colours that a dark mail program
// would have to guess. Tables, because Outlook lays out nothing else.
import { renderToStaticMarkup } from 'react-dom/server';
import type { CopyWords } from './model';

/** Programs that read no `style` element still show every word in order. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; }
.sheet { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
.sheet p, .sheet ul, .sheet ol, .sheet pre { margin: 0 0 16px; }
.sheet h2, .sheet h3 { font-size: 18px; margin: 0 0 8px; }
.sheet blockquote { margin: 0 0 16px; padding-left: 12px; border-left: 3px solid #8a97a6; }
.sheet .words table { border-collapse: collapse; margin: 0 0 16px; }
.sheet .words table td, .sheet .words table th { border: 1px solid #8a97a6; padding: 4px 8px; text-align: left; }
.sheet li p, .sheet .words td p, .sheet .words th p { margin: 0 0 4px; }
.sheet pre { white-space: pre-wrap; }
`;

/** Outlook takes its type from the cell alone. */
const cell = { font: '16px/1.5 "Segoe UI", Arial, sans-serif', padding: '0 16px' } as const;
const small = { ...cell, fontSize: '14px' } as const;

export function writeCopyHtml(words: CopyWords): string {
  const body = renderToStaticMarkup(<Sheet {...words} />);
  const title = renderToStaticMarkup(<title>{words.subject}</title>);
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `${title}<style>${style}</style>`,
  ].join('');
  return `<!doctype html><html lang="${words.locale}"><head>${head}</head><body>${body}</body></html>`;
}

function Sheet(words: CopyWords) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" border={0}>
      <tbody>
        <tr>
          <td align="center" style={{ padding: '16px 0' }}>
            <table
              role="presentation"
              className="sheet"
              width="600"
              cellPadding="0"
              cellSpacing="0"
              border={0}
              style={{ width: '100%', maxWidth: '600px' }}
            >
              <tbody>
                <Rows {...words} />
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Rows({ marker, writer, text, cut, files, links }: CopyWords) {
  return (
    <>
      <tr>
        <td style={small}>
          <p>{marker}</p>
        </td>
      </tr>
      <tr>
        <td style={cell}>
          <p>
            <strong>{writer}</strong>
          </p>
        </td>
      </tr>
      <tr>
        <td className="words" style={cell} dangerouslySetInnerHTML={{ __html: text.html }} />
      </tr>
      {cut && <Line {...cut} />}
      {files && <Files {...files} />}
      <tr>
        <td style={{ ...small, paddingTop: '8px', borderTop: '1px solid #8a97a6' }}>
          {links.map(({ label, url }, index) => (
            <span key={label}>
              {index > 0 && ' · '}
              <a href={url}>{label}</a>
            </span>
          ))}
        </td>
      </tr>
    </>
  );
}

function Line({ label, url }: { label: string; url: string }) {
  return (
    <tr>
      <td style={cell}>
        <p>
          <a href={url}>{label}</a>
        </p>
      </td>
    </tr>
  );
}

function Files({ label, list }: NonNullable<CopyWords['files']>) {
  return (
    <tr>
      <td style={cell}>
        <p>{label}</p>
        <ul>
          {list.map((file) => (
            <li key={file.url}>
              <a href={file.url}>{file.label}</a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
