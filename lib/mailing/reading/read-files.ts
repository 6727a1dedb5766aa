// Which parts of a mail are files for people: signatures, certified-mail papers and empty images are not (MAIL.md E51–E53).
import type { Attachment } from 'postal-mime';
import type { MailFile } from '../model';
import { readTnef } from './read-tnef';
import { repairText } from './repair-text';

const hiddenTypes = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'application/pgp-keys',
  'message/delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
  'text/vcard',
  'text/x-vcard',
]);
const hiddenNames = /^(?:smime\.p7s|signature\.asc|daticert\.xml|postacert\.eml|.*\.vcf)$/i;
const namesByType: Record<string, string> = {
  'message/rfc822': 'messaggio.eml',
  'text/calendar': 'invito.ics',
  'application/pdf': 'allegato.pdf',
};
const longestName = 180;
/** Outlook packs files without saying what they are. */
const unknownType = 'application/octet-stream';

export type ReadFiles = { files: MailFile[]; winmail: 'opened' | 'unreadable' | null };

/** @param html the HTML body, whose `cid:` addresses say which images stand inside the text */
export function readFiles(attachments: readonly Attachment[], html: string): ReadFiles {
  let winmail: ReadFiles['winmail'] = null;
  const files = attachments.flatMap((part): MailFile[] => {
    if (isHidden(part)) return [];
    const packed = isWinmail(part) ? readTnef(bytesOf(part)) : null;
    if (isWinmail(part)) winmail = packed ? 'opened' : 'unreadable';
    return packed ? packed.flatMap(unpacked) : [fileOf(part, html)];
  });
  return { files, winmail };
}

function fileOf(part: Attachment, html: string): MailFile {
  const inline = isInline(part, html);
  const contentId = inline ? idOf(part) : null;
  return { name: nameOf(part), bytes: bytesOf(part), mediaType: part.mimeType, inline, contentId };
}

function isWinmail(part: Attachment): boolean {
  return (
    /^application\/(?:vnd\.)?ms-tnef$/.test(part.mimeType) || part.filename?.toLowerCase() === 'winmail.dat'
  );
}

function unpacked({ name, bytes }: { name: string; bytes: Uint8Array }): MailFile[] {
  if (hiddenNames.test(name)) return [];
  return [
    { name: cleanName(name) || 'allegato', bytes, mediaType: unknownType, inline: false, contentId: null },
  ];
}

function isHidden(part: Attachment): boolean {
  if (hiddenTypes.has(part.mimeType) || hiddenNames.test(part.filename ?? '')) return true;
  return part.mimeType.startsWith('image/') && bytesOf(part).length === 0;
}

/** Mail programs give a Content-ID to ordinary attachments too; those say `attachment`. */
function isInline(part: Attachment, html: string): boolean {
  if (!part.mimeType.startsWith('image/') || !part.contentId) return false;
  if (html.includes(`cid:${idOf(part)}`)) return true;
  return part.disposition !== 'attachment' && (part.related === true || html === '');
}

function idOf(part: Attachment): string {
  return (part.contentId ?? '').replace(/^<|>$/g, '');
}

function bytesOf(part: Attachment): Uint8Array {
  return typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content);
}

function nameOf(part: Attachment): string {
  return cleanName(part.filename ?? '') || namesByType[part.mimeType] || 'allegato';
}

function cleanName(name: string): string {
  const given = repairText(name).replace(/^.*[/\\]/, '');
  return shorten(given.replace(/\p{Cc}+/gu, ' ').trim());
}

/** The end is kept: it says what kind of file it is. */
function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const extension = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, longestName - extension.length)}${extension}`;
}
