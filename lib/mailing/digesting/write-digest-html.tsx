// The HTML of a digest: the words of its plain text.
import type { Locale } from '@/db/words';
import { sheetCell, writeSheet } from '@/lib/platform/mail/write-sheet';
import type { DigestWords, EntryWords, TopicWords, WordedLink } from './write-digest-text';

const style = `
.sheet h1 { font-size: 22px; margin: 0 0 16px; }
.sheet h2 { font-size: 20px; margin: 24px 0 8px; border-bottom: 2px solid #8a97a6; }
.sheet h3 { font-size: 18px; margin: 16px 0 8px; }
.sheet .words h2, .sheet .words h3 { font-size: 16px; margin: 0 0 8px; border: 0; }
`;

export function writeDigestHtml(words: DigestWords & { locale: Locale }): string {
  const rows = (
    <tr>
      <td style={sheetCell}>
        <News {...words} />
      </td>
    </tr>
  );
  return writeSheet({ locale: words.locale, title: words.title, style, rows });
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
            {group.more && (
              <p>
                <Anchor {...group.more} />
              </p>
            )}
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
