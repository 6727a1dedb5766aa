// Looks for personal data inside the text files that mail alone may bring: the web takes none of their kinds.

import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { findPersonalData } from '@/lib/text/find-personal-data';
import { htmlToText } from '@/lib/text/html-to-text';
import type { MailFile } from '../model';
import { parseMail } from '../reading/parse-mail';
import { type PrivateDatum, textKinds } from './model';

/** Characters that are looked through; what is longer cannot be vouched for. */
const longest = 500_000;
/** Mails within mails that are opened. */
const deepest = 3;

type Content = Pick<MailFile, 'bytes' | 'mediaType'>;

/** @returns the kinds found, none for any other kind of file; `file-too-long` where not all of it could be looked at */
export async function findFileData(content: Content): Promise<PrivateDatum['kind'][] | 'file-too-long'> {
  if (!textKinds.includes(content.mediaType)) return [];
  const words = await wordsOf(content, deepest);
  if (words === null || words.length > longest) return 'file-too-long';
  return [...new Set(findPersonalData(words).map(({ kind }) => kind))];
}

/** Of a mail its own words, and those of its files; null where mails stand too deep in one another. */
async function wordsOf({ bytes, mediaType }: Content, depth: number): Promise<string | null> {
  const written = new TextDecoder().decode(bytes);
  // RFC 5545 §3.1: calendars break their lines anywhere.
  if (mediaType === 'text/calendar') return written.replace(/\r?\n[ \t]/g, '');
  if (mediaType !== 'message/rfc822') return written;
  if (depth === 0) return null;
  const mail = await parseMail(bytes, { receivedAt: null, now: new Date() }).catch(() => null);
  if (!mail) return written;
  const words = [mail.subject, mail.plain, htmlToText(mail.html ?? '')];
  for (const { name, bytes: content } of mail.files) {
    const kind = await mediaTypeOf(content, name);
    const inside = textKinds.includes(kind)
      ? await wordsOf({ bytes: content, mediaType: kind }, depth - 1)
      : '';
    if (inside === null) return null;
    words.push(name, inside);
  }
  return words.join('\n');
}
