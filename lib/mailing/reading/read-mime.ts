// Opens the MIME of a mail, and mends what labels say wrongly or the parser reads wrongly (MAIL.md E48).
import PostalMime, { type Email } from 'postal-mime';
import { decodeFlowed } from './decode-flowed';
import { decodeUtf7 } from './decode-utf7';
import { recodeParts } from './recode-parts';

const options = { forceRfc822Attachments: true };
const saysUtf8 = /charset\s*=\s*"?utf-?8"?/gi;
const saysUtf7 = /charset\s*=\s*"?(?:unicode-1-1-)?utf-?7\b/i;
/** The parser joins flowed lines without looking at their quote signs, so it is not told of them. */
const saysFlowed = /;\s*format\s*=\s*"?flowed"?/gi;
const saysDelSp = /;\s*delsp\s*=\s*"?yes/i;

/** `mended`: what it said of its charset was wrong. */
export type ReadMime = Email & { mended: boolean };

/** @throws Error when the parser's limits on headers and nesting are passed */
export async function readMime(given: Uint8Array): Promise<ReadMime> {
  const raw = recodeParts(given);
  const source = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const plain = source.replace(saysFlowed, '');
  const isFlowed = plain.length !== source.length;
  const parsed = await PostalMime.parse(isFlowed ? bytes(plain) : raw, options);
  const email = await rightCharset(parsed, plain);
  const mended = email !== parsed;
  if (email.text === undefined) return { ...email, mended };
  const text = saysUtf7.test(source) ? decodeUtf7(email.text) : email.text;
  return { ...email, mended, text: isFlowed ? decodeFlowed(text, { delSp: saysDelSp.test(source) }) : text };
}

/** A text that says UTF-8 and is not is read again as what old programs wrote. */
async function rightCharset(email: Email, source: string): Promise<Email> {
  const damage = damageIn(email);
  if (damage === 0) return email;
  const again = await PostalMime.parse(bytes(source.replace(saysUtf8, 'charset=windows-1252')), options);
  return damageIn(again) < damage ? { ...email, text: again.text, html: again.html } : email;
}

function damageIn(email: Email): number {
  return `${email.text ?? ''}${email.html ?? ''}`.split('\ufffd').length - 1;
}

function bytes(latin1: string): Uint8Array {
  return Buffer.from(latin1, 'latin1');
}
