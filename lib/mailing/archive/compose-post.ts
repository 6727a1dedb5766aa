// Makes of a mail what its post shows: own words, the folded rest, files under names that give nobody away.
import { cutAtLine } from '@/lib/text/cut-at-line';
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { TextDocument } from '@/lib/text/schema';
import { textToDocument } from '@/lib/text/text-to-document';
import type { MailFile, ParsedMail } from '../model';
import { trimReply } from '../trimming/trim-reply';

export type ComposedPost = {
  body: TextDocument;
  html: string;
  text: string;
  quotedHtml: string | null;
  masked: number;
  files: MailFile[];
};

/** Characters of a folded rest that are set like a text; what lies beyond follows as one paragraph (MAIL.md E46). */
const longestFolded = 64_000;

/** Masked before it is parted: a code that lies across the parts would be seen in neither. */
export function composePost(mail: Pick<ParsedMail, 'subject' | 'text' | 'files'>): ComposedPost {
  const { forwarded } = normalizeSubject(mail.subject);
  const clean = maskPersonalData(mail.text);
  const { text, quoted } = trimReply(clean.text, { forwarded });
  const names = mail.files.map((file) => maskPersonalData(file.name));
  const body = textToDocument(text);
  return {
    body,
    html: documentToHtml(body),
    text: documentToText(body),
    quotedHtml: quoted === '' ? null : documentToHtml(foldedDocument(quoted)),
    masked: [clean, ...names].reduce((sum, each) => sum + each.masked, 0),
    files: mail.files.map((file, index) => ({ ...file, name: names[index]?.text ?? file.name })),
  };
}

function foldedDocument(quoted: string): TextDocument {
  const [beginning, rest] = cutAtLine(quoted, longestFolded);
  const folded = textToDocument(beginning);
  const text = rest.trim();
  if (text === '') return folded;
  return {
    ...folded,
    content: [...(folded.content ?? []), { type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}
