// Tells whether two mails with one Message-ID are the same mail: by their words and files, not by what servers added.
import { sha256 } from '@/lib/platform/files/store';
import type { ParsedMail } from '../model';

const footerRuler = '\n____________________';
const longestFooter = 800;

/** Headers, spaces and the footer a list appends do not count. @returns SHA-256 in lower-case hex */
export function hashBody(mail: Pick<ParsedMail, 'text' | 'files'>): string {
  const words = withoutFooter(mail.text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return sha256([words, ...mail.files.map((file) => sha256(file.bytes)).sort()].join('\n'));
}

function withoutFooter(text: string): string {
  const start = text.lastIndexOf(footerRuler);
  const footer = start < 0 ? '' : text.slice(start);
  return footer.length <= longestFooter && /mailing list|listinfo/i.test(footer)
    ? text.slice(0, start)
    : text;
}
