// The HTML of a copy: the words of its plain text.
import { sheetCell as cell, writeSheet } from '@/lib/platform/mail/write-sheet';
import type { CopyWords } from './model';

const style = `
.sheet h2, .sheet h3 { font-size: 18px; margin: 0 0 8px; }
`;

const small = { ...cell, fontSize: '14px' } as const;

export function writeCopyHtml(words: CopyWords): string {
  return writeSheet({ locale: words.locale, title: words.subject, style, rows: <Rows {...words} /> });
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
