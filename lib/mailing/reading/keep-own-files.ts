// Leaves out the images of what a mail repeats and of its signature: they came with the mail and say nothing in it (MAIL.md E51).
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { MailFile, ParsedMail } from '../model';
import { trimHtml } from '../trimming/trim-html';

/** What is attached stays, and so does every image of a mail whose HTML names none. */
export function keepOwnFiles({
  files,
  html,
  subject,
}: Pick<ParsedMail, 'files' | 'html' | 'subject'>): MailFile[] {
  const placed = (file: MailFile) =>
    file.inline && file.contentId !== null && html?.includes(`cid:${file.contentId}`);
  if (!html || !files.some(placed)) return files;
  const { forwarded } = normalizeSubject(subject);
  const { text } = trimHtml(html, { forwarded });
  return files.filter((file) => !placed(file) || text.includes(`[cid:${file.contentId}]`));
}
