// An id for a mail that has none, or whose id another mail took first: the same at every run (MAIL.md E37).
import { sha256 } from '@/lib/platform/files/store';

export function madeMessageId(...content: readonly string[]): string {
  return `${sha256(content.join('\n')).slice(0, 32)}@raccordo.invalid`;
}
