// The one form of a letter: the same words as plain text and as HTML that mail programs show, 600 px, no pictures.
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '@/db/words';

export type Letter = {
  readonly locale: Locale;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Things told of, each with its own address, before the one thing to do. */
  readonly items?: readonly { readonly label: string; readonly url: string; readonly note: string }[];
  /** The one thing to do; its address stands in full in the text. */
  readonly action?: { readonly label: string; readonly url: string };
  /** After the action: how long it holds, what to do otherwise. */
  readonly notes?: readonly string[];
  /** Who writes, and why one gets this. */
  readonly footer: string;
};

/** Classes, not style attributes; both schemes, so that dark mail programs need not guess. */
const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.letter { max-width: 600px; margin: 0 auto; }
p { margin: 0 0 16px; }
.action { display: inline-block; padding: 12px 24px; border-radius: 4px; background: #0066cc; color: #ffffff;
  font-weight: 600; text-decoration: none; }
.address, .footer { font-size: 14px; overflow-wrap: anywhere; }
.footer { border-top: 1px solid #8a97a6; padding-top: 12px; }
`;

/** @returns subject, text and html of a mail to queue or send */
export function writeLetter(letter: Letter): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

function asText({ paragraphs, items = [], action, notes = [], footer }: Letter): string {
  const told = items.map(({ label, note, url }) => `${label}\n${note}\n${url}`);
  const steps = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[...paragraphs, ...told, ...steps, ...notes].join('\n\n')}\n\n-- \n${footer}\n`;
}

function asHtml(letter: Letter): string {
  const body = renderToStaticMarkup(<Sheet {...letter} />);
  const title = renderToStaticMarkup(<title>{letter.subject}</title>);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${title}`;
  return `<!doctype html><html lang="${letter.locale}"><head>${head}<style>${style}</style></head><body>${body}</body></html>`;
}

function Sheet({ paragraphs, items = [], action, notes = [], footer }: Letter) {
  return (
    <div className="letter">
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {items.map(({ label, note, url }) => (
        <p key={url}>
          <a href={url}>{label}</a>
          <br />
          {note}
        </p>
      ))}
      {action && <Action {...action} />}
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="footer">{footer}</p>
    </div>
  );
}

function Action({ label, url }: NonNullable<Letter['action']>) {
  return (
    <>
      <p>
        <a className="action" href={url}>
          {label}
        </a>
      </p>
      <p className="address">{url}</p>
    </>
  );
}
