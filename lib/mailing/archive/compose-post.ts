// Makes of a mail what its post shows: own words, the folded rest, files under names that give nobody away.
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import type { TextDocument } from '@/lib/text/schema';
import { textToDocument } from '@/lib/text/text-to-document';
import type { MailFile, ParsedMail } from '../model';
import { normalizeSubject } from '../reading/normalize-subject';
import { trimReply } from '../reading/trim-reply';

export type ComposedPost = {
  body: TextDocument;
  html: string;
  text: string;
  quotedHtml: string | null;
  masked: number;
  files: MailFile[];
};

export function composePost(mail: Pick<ParsedMail, 'subject' | 'text' | 'files'>): ComposedPost {
  const { forwarded } = normalizeSubject(mail.subject);
  const trimmed = trimReply(mail.text, { forwarded });
  const own = maskPersonalData(trimmed.text);
  const quoted = maskPersonalData(trimmed.quoted);
  const names = mail.files.map((file) => maskPersonalData(file.name));
  const body = textToDocument(own.text);
  return {
    body,
    html: documentToHtml(body),
    text: documentToText(body),
    quotedHtml: quoted.text === '' ? null : documentToHtml(textToDocument(quoted.text)),
    masked: [own, quoted, ...names].reduce((sum, each) => sum + each.masked, 0),
    files: mail.files.map((file, index) => ({ ...file, name: names[index]?.text ?? file.name })),
  };
}
