// Reads a raw mail: headers, the words of its writer, its files; a certified envelope is opened (MAIL.md E48–E53, E93).
import PostalMime, { type Email } from 'postal-mime';
import { htmlToText } from '@/lib/text/html-to-text';
import type { Headers, ParsedMail } from '../model';
import { decodeUtf7 } from './decode-utf7';
import { readDate } from './read-date';
import { readFiles } from './read-files';
import { readSender } from './read-sender';
import { repairText } from './repair-text';

/** RFC 5322 puts no limit; beyond this an id is noise (MAIL.md E37). */
const longestId = 254;
const mostReferences = 30;
const claimsUtf8 = /charset\s*=\s*"?utf-?8"?/gi;
const claimsUtf7 = /charset\s*=\s*"?(?:unicode-1-1-)?utf-?7\b/i;

export type ReadOptions = {
  /** Time of reception, where something outside the mail knows it. */
  receivedAt: Date | null;
  now: Date;
};

/** @throws Error when the bytes are no mail at all (headers without end, parts nested beyond reason) */
export async function parseMail(raw: Uint8Array, { receivedAt, now }: ReadOptions): Promise<ParsedMail> {
  const outer = await readMime(raw);
  const headers = headersOf(outer);
  const inner = await openCertified(outer, headers);
  const email = inner ?? outer;
  const innerHeaders = inner ? headersOf(inner) : headers;
  const [messageId = null, ...otherIds] = [
    ...idsIn(headers, 'message-id'),
    ...idsIn(innerHeaders, 'message-id'),
  ];
  return {
    messageId,
    otherIds: otherIds.filter((id) => id !== messageId),
    references: [...new Set([...referencesOf(headers), ...referencesOf(innerHeaders)])].slice(
      0,
      mostReferences,
    ),
    sender: readSender(innerHeaders) ?? readSender(headers),
    subject: repairText(email.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    sentAt: readDate(innerHeaders.has('date') ? innerHeaders : headers, receivedAt, now),
    listId: listIdOf(headers),
    recipients: recipientsOf(outer),
    text: textOf(email),
    files: readFiles(email.attachments, email.html ?? ''),
    headers,
    parts: outer.attachments.map(({ mimeType, method }) => ({ mediaType: mimeType, method: method ?? null })),
  };
}

/** A text that says UTF-8 and is not is read again as what old programs wrote. */
async function readMime(raw: Uint8Array): Promise<Email> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const damage = damageIn(email);
  const source = damage > 0 || email.text?.includes('+') ? Buffer.from(raw).toString('latin1') : '';
  if (claimsUtf7.test(source)) return { ...email, text: decodeUtf7(email.text ?? '') };
  if (damage === 0) return email;
  const relabelled = source.replace(claimsUtf8, 'charset=windows-1252');
  const second = await PostalMime.parse(Buffer.from(relabelled, 'latin1'), { forceRfc822Attachments: true });
  return damageIn(second) < damage ? { ...email, text: second.text, html: second.html } : email;
}

function damageIn(email: Email): number {
  return `${email.text ?? ''}${email.html ?? ''}`.split('\ufffd').length - 1;
}

/** The human message of a certified mail is its `postacert.eml`; the envelope's own words are the provider's. */
async function openCertified(outer: Email, headers: Headers): Promise<Email | null> {
  const transport = headers.get('x-trasporto')?.[0]?.trim().toLowerCase();
  if (transport !== 'posta-certificata') return null;
  const part = outer.attachments.find(
    (each) => each.mimeType === 'message/rfc822' || each.filename?.toLowerCase() === 'postacert.eml',
  );
  return part && typeof part.content !== 'string' ? readMime(new Uint8Array(part.content)) : null;
}

function textOf(email: Email): string {
  const plain = repairText(email.text ?? '');
  const text = plain.trim() === '' && email.html ? htmlToText(repairText(email.html)) : plain;
  return text.replace(/\r\n?/g, '\n');
}

function headersOf(email: Email): Headers {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}

function idsIn(headers: Headers, name: string): string[] {
  const value = (headers.get(name) ?? []).join(' ');
  const bracketed = [...value.matchAll(/<([^<>]+)>/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ''));
  const ids = bracketed.length > 0 ? bracketed : value.split(/\s+/).filter((part) => part.includes('@'));
  return ids
    .filter((id) => id.length > 0 && id.length <= longestId)
    .map((id) => id.replace(/\p{Cs}/gu, '\ufffd'));
}

/** Some programs write an address of a person into In-Reply-To; it matches no message and does no harm. */
function referencesOf(headers: Headers): string[] {
  return [...idsIn(headers, 'in-reply-to'), ...idsIn(headers, 'references').reverse()];
}

function listIdOf(headers: Headers): string | null {
  const [value] = headers.get('list-id') ?? [];
  if (value === undefined) return null;
  return (/<([^<>]+)>/.exec(value)?.[1] ?? value).trim().toLowerCase() || null;
}

function recipientsOf(email: Email): string[] {
  return [...(email.to ?? []), ...(email.cc ?? [])]
    .flatMap((entry) => entry.group ?? [entry])
    .map((entry) => entry.address?.toLowerCase() ?? '')
    .filter((entry) => entry.includes('@'));
}
