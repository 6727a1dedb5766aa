// The parts of a report: what programs wrote for programs, and the message that came back (RFC 3462, RFC 5965).
import type { Attachment } from 'postal-mime';
import type { ParsedMail } from '../model';

const types = new Set([
  ...['message/delivery-status', 'message/global-delivery-status', 'message/feedback-report'],
  ...['text/rfc822-headers', 'message/global-headers', 'message/rfc822', 'message/global'],
]);
/** Bytes looked at of each: enough for the headers of a message and for some hundred recipients. */
const longest = 64_000;
const most = 8;

/** Read as UTF-8, which what is written in them nearly always is. */
export function readReportParts(attachments: readonly Attachment[]): ParsedMail['reports'] {
  return attachments
    .filter(({ mimeType }) => types.has(mimeType))
    .slice(0, most)
    .map(({ mimeType, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
      const text = Buffer.from(bytes.subarray(0, longest)).toString('utf8');
      return { mediaType: mimeType, text: text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '') };
    });
}
