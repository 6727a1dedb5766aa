// Which parts of a mail are files for people: signatures, certified-mail papers and empty images are not (MAIL.md E51–E53).
import type { Attachment } from 'postal-mime';
import type { MailFile } from '../model';

const hiddenTypes = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'application/pgp-keys',
  'text/vcard',
  'text/x-vcard',
]);
const hiddenNames = /^(?:smime\.p7s|daticert\.xml|postacert\.eml|.*\.vcf)$/i;
const namesByType: Record<string, string> = {
  'message/rfc822': 'messaggio.eml',
  'text/calendar': 'invito.ics',
  'application/pdf': 'allegato.pdf',
};
const longestName = 180;

/** @param html the HTML body, whose `cid:` addresses say which images stand inside the text */
export function readFiles(attachments: readonly Attachment[], html: string): MailFile[] {
  return attachments
    .filter((part) => !isHidden(part))
    .map((part) => ({
      name: nameOf(part),
      bytes: bytesOf(part),
      inline: isInline(part, html),
    }));
}

function isHidden(part: Attachment): boolean {
  if (hiddenTypes.has(part.mimeType) || hiddenNames.test(part.filename ?? '')) return true;
  return part.mimeType.startsWith('image/') && bytesOf(part).length === 0;
}

/** Mail programs give a Content-ID to ordinary attachments too; those say `attachment`. */
function isInline(part: Attachment, html: string): boolean {
  if (!part.mimeType.startsWith('image/') || !part.contentId) return false;
  if (html.includes(`cid:${part.contentId.replace(/^<|>$/g, '')}`)) return true;
  return part.disposition !== 'attachment' && (part.related === true || html === '');
}

function bytesOf(part: Attachment): Uint8Array {
  return typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content);
}

function nameOf(part: Attachment): string {
  const given = (part.filename ?? '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return shorten(given) || namesByType[part.mimeType] || 'allegato';
}

/** The end is kept: it says what kind of file it is. */
function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const extension = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, longestName - extension.length)}${extension}`;
}
