// A digest as HTML: the words of its plain text, 600 px, system fonts, no pictures, no colours that a dark mail program
// would have to guess. Tables, because Outlook lays out nothing else.
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '@/db/words';
import type { DigestWords, EntryWords, TopicWords, WordedLink } from './write-digest-text';

/** Programs that read no `style` element still show every word in order. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; }
.sheet { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }
.sheet p, .sheet ul, .sheet ol, .sheet pre { margin: 0 0 16px; }
.sheet h1 { font-size: 22px; margin: 0 0 16px; }
.sheet h2 { font-size: 20px; margin: 24px 0 8px; border-bottom: 2px solid #8a97a6; }
.sheet h3 { font-size: 18px; margin: 16px 0 8px; }
.sheet .words h2, .sheet .words h3 { font-size: 16px; margin: 0 0 8px; border: 0; }
.sheet blockquote { margin: 0 0 16px; padding-left: 12px; border-left: 3px solid #8a97a6; }
.sheet .words table { border-collapse: collapse; margin: 0 0 16px; }
.sheet .words table td, .sheet .words table th { border: 1px solid #8a97a6; padding: 4px 8px; text-align: left; }
.sheet pre { white-space: pre-wrap; }
`;

/** Outlook takes its type from the cell alone. */
const cell = { font: '16px/1.5 "Segoe UI", Arial, sans-serif', padding: '0 16px' } as const;

export function writeDigestHtml(words: DigestWords & { locale: Locale }): string {
  const body = renderToStaticMarkup(<Sheet {...words} />);
  const title = renderToStaticMarkup(<title>{words.title}</title>);
  const head = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `${title}<style>${style}</style>`,
  ].join('');
  return `<!doctype html><html lang="${words.locale}"><head>${head}</head><body>${body}</body></html>`;
}

const table = { role: 'presentation', cellPadding: '0', cellSpacing: '0', border: 0 } as const;

function Sheet(words: DigestWords) {
  return (
    <table {...table} width="100%">
      <tbody>
        <tr>
          <td align="center" style={{ padding: '16px 0' }}>
            <table {...table} className="sheet" width="600" style={{ width: '100%', maxWidth: '600px' }}>
              <tbody>
                <tr>
                  <td style={cell}>
                    <News {...words} />
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function News({ title, intro, note, sections, files, left, links }: DigestWords) {
  return (
    <>
      <h1>{title}</h1>
      <p>
        {intro} {note}
      </p>
      {sections.flatMap(({ name, groups }) =>
        groups.map((group) => (
          <div key={group.url}>
            <h2>
              {name} · <a href={group.url}>{group.name}</a>
            </h2>
            {group.topics.map((topic) => (
              <Topic key={topic.url} {...topic} files={files} />
            ))}
          </div>
        )),
      )}
      {left && (
        <p>
          <Anchor {...left} />
        </p>
      )}
      <p style={{ fontSize: '14px', paddingTop: '8px', borderTop: '1px solid #8a97a6' }}>
        {links.map((link, index) => (
          <span key={link.label}>
            {index > 0 && ' · '}
            <Anchor {...link} />
          </span>
        ))}
      </p>
    </>
  );
}

function Topic({ title, url, answer, entries, files }: TopicWords & { files: string }) {
  return (
    <>
      <h3>
        <a href={url}>{title}</a>
      </h3>
      {answer && (
        <p style={{ fontSize: '14px' }}>
          {answer.label}: <a href={answer.url}>{answer.address}</a>
        </p>
      )}
      {entries.map((entry) => (
        <Entry key={entry.read.url} {...entry} label={files} />
      ))}
    </>
  );
}

function Entry({ writer, text, files, read, label }: EntryWords & { label: string }) {
  return (
    <>
      <p>
        <strong>{writer}</strong>
      </p>
      {text && <div className="words" dangerouslySetInnerHTML={{ __html: text.html }} />}
      {files.length > 0 && (
        <>
          <p>{label}</p>
          <ul>
            {files.map((file) => (
              <li key={file.url}>
                <Anchor {...file} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Anchor {...read} />
      </p>
    </>
  );
}

function Anchor({ label, url }: WordedLink) {
  return <a href={url}>{label}</a>;
}
