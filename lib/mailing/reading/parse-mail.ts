// Reads a raw mail: headers, the words of its writer, its files; a certified envelope is opened (MAIL.md E48–E53, E93).
import { type Attachment, addressParser, type Email } from 'postal-mime';
import { htmlToText } from '@/lib/text/html-to-text';
import { type Headers, type ParsedMail, UnreadableMail } from '../model';
import { readDate } from './read-date';
import { readFiles } from './read-files';
import { type ReadMime, readMime } from './read-mime';
import { readReportParts } from './read-report-parts';
import { readSender } from './read-sender';
import { repairText } from './repair-text';

/** RFC 5322 puts no limit; beyond this an id is noise (MAIL.md E37). */
const longestId = 254;
const mostReferences = 30;
/** Characters of a list of addressees that are looked at. */
const longestList = 100_000;
/** What servers and forwarding programs write of a mail's way; names that differ mean the same. */
const handedOn = [
  ...['bcc', 'resent-to', 'resent-cc', 'resent-bcc', 'delivered-to', 'envelope-to', 'apparently-to'],
  ...['x-original-to', 'x-forwarded-to', 'x-envelope-to', 'x-gm-original-to', 'x-delivered-to', 'x-rcpt-to'],
];
/** Longer subjects are compared and indexed by nobody; the raw mail keeps them whole. */
const longestSubject = 500;

export type ReadOptions = {
  /** Time of reception, where something outside the mail knows it. */
  receivedAt: Date | null;
  now: Date;
};

/** @throws UnreadableMail, and nothing else */
export async function parseMail(raw: Uint8Array, options: ReadOptions): Promise<ParsedMail> {
  try {
    return await parse(raw, options);
  } catch (error) {
    throw new UnreadableMail('This mail cannot be read.', { cause: error });
  }
}

async function parse(raw: Uint8Array, { receivedAt, now }: ReadOptions): Promise<ParsedMail> {
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
    inReplyTo: unique([...idsIn(headers, 'in-reply-to'), ...idsIn(innerHeaders, 'in-reply-to')]),
    references: nearest(unique([...referencesOf(headers), ...referencesOf(innerHeaders)])),
    sender: readSender(innerHeaders) ?? readSender(headers),
    subject: subjectOf(email),
    sentAt: readDate(innerHeaders.has('date') ? innerHeaders : headers, receivedAt, now),
    listId: listIdOf(headers),
    recipients: addressesIn(headers, ['to', 'cc']),
    alsoTo: addressesIn(headers, handedOn),
    ...wordsOf(email),
    ...filesOf(email, { isUnopened: inner === null && isCertified(headers) }),
    certified: isCertified(headers) ? { claims: claimsIn(headers) } : null,
    headers,
    parts: outer.attachments.map((part) => ({ mediaType: part.mimeType, method: methodOf(part) })),
    reports: readReportParts(outer.attachments),
  };
}

/** The human message of a certified mail is its `postacert.eml`; the envelope's own words are the provider's. */
async function openCertified(outer: Email, headers: Headers): Promise<ReadMime | null> {
  if (!isCertified(headers)) return null;
  const part = outer.attachments.find(
    (each) => each.mimeType === 'message/rfc822' || each.filename?.toLowerCase() === 'postacert.eml',
  );
  return part && typeof part.content !== 'string' ? readMime(new Uint8Array(part.content)) : null;
}

function isCertified(headers: Headers): boolean {
  return headers.get('x-trasporto')?.[0]?.trim().toLowerCase() === 'posta-certificata';
}

/** RFC 6109 §3.1: the envelope says "Per conto di: …" in its From, and leads answers to the sender. */
function claimsIn(headers: Headers): string[] {
  const [from = ''] = headers.get('from') ?? [];
  const [, named] = /per conto di:?\s*<?([^\s"<>,;]+@[^\s"<>,;]+)/i.exec(from.slice(0, longestList)) ?? [];
  return unique([...(named ? [named.toLowerCase()] : []), ...addressesIn(headers, ['reply-to'])]);
}

/** Cut at a word, where there is one to cut at. */
function subjectOf(email: Email): string {
  const subject = repairText(email.subject ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (subject.length <= longestSubject) return subject;
  const space = subject.lastIndexOf(' ', longestSubject);
  return subject.slice(0, space > 0 ? space : longestSubject).replace(/[\ud800-\udbff]$/, '');
}

function wordsOf(email: Email): Pick<ParsedMail, 'text' | 'plain' | 'html'> {
  const plain = evenLines(repairText(email.text ?? ''));
  const html = email.html ? repairText(email.html) : null;
  return { plain, html, text: plain === '' && html ? evenLines(htmlToText(html)) : plain };
}

function filesOf(
  email: ReadMime,
  { isUnopened }: { isUnopened: boolean },
): Pick<ParsedMail, 'files' | 'warnings'> {
  const { files, winmail } = readFiles(email.attachments, email.html ?? '');
  const words = email.text ?? email.html ?? '';
  const warnings: ParsedMail['warnings'] = [
    ...(email.mended || repairText(words) !== words ? (['charset-mended'] as const) : []),
    ...(winmail ? ([`winmail-${winmail}`] as const) : []),
    ...(isUnopened ? (['certified-unreadable'] as const) : []),
  ];
  return { files, warnings };
}

/** What a calendar wants is said of the part, or in it alone. */
function methodOf({ mimeType, method, content }: Attachment): string | null {
  if (method || mimeType !== 'text/calendar' || typeof content === 'string') return method ?? null;
  const beginning = Buffer.from(new Uint8Array(content).subarray(0, 2_000)).toString('latin1');
  return /^METHOD:([A-Z-]+)/im.exec(beginning)?.[1]?.toUpperCase() ?? null;
}

function evenLines(text: string): string {
  return text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n').trimEnd();
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
    .map((id) => id.replace(/\p{Cc}/gu, '').replace(/\p{Cs}/gu, '\ufffd'))
    .filter((id) => id.length > 0 && id.length <= longestId);
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

/** Groups are opened: `Uffici: a@x, b@y;`. */
function addressesIn(headers: Headers, names: readonly string[]): string[] {
  const values = names.flatMap((name) => headers.get(name) ?? []);
  const found = values.flatMap((value) => addressParser(value.slice(0, longestList), { flatten: true }));
  const addresses = found.map(({ address }) => (address ?? '').trim().toLowerCase());
  return unique(addresses.filter((address) => address.includes('@') && address.length <= longestId));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Of very many the oldest is kept besides the nearest: it names the whole thread. */
function nearest(references: readonly string[]): string[] {
  const kept = references.slice(0, mostReferences);
  const oldest = references.at(-1);
  return oldest === undefined || kept.includes(oldest) ? kept : [...kept, oldest];
}
