// Mails with files for tests, and the smallest files that are what they say.
import { newId } from '@/lib/core/ids';
import { operatori } from './arriving-mail';
import { worldEmail } from './world';

const matteo = `Matteo Riva <${worldEmail('matteo')}>`;
const boundary = 'confine';
/** A mail of Matteo's with these files. `more`: the header lines of a part, instead of an ordinary attachment's. */
export function withFiles(
  subject: string,
  files: { name: string; type: string; bytes: Buffer; more?: string }[],
  text = 'Allego.',
) {
  const parts = files.map(
    ({ name, type, bytes, more = `Content-Disposition: attachment; filename="${name}"` }) =>
      `--${boundary}\r\nContent-Type: ${type}; name="${name}"\r\n${more}\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return (
    `From: ${matteo}\r\nTo: ${operatori}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@x.example>\r\nMIME-Version: 1.0\r\n` +
    `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n` +
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${parts.join('')}--${boundary}--\r\n`
  );
}

export const pdf = (words: string) => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`);
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
