// Says what a file is by its bytes; what a sender calls it is only a hint between kinds that look alike.
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

const unknownType = 'application/octet-stream';
const plainText = 'text/plain';

/** Text formats have no signature: the name may tell them apart, once the bytes are known to be text. */
const textByExtension: Record<string, string> = {
  '.csv': 'text/csv',
  '.ics': 'text/calendar',
  '.eml': 'message/rfc822',
  '.xml': 'application/xml',
};

/** A PKCS#7 envelope (`.p7m`, CAdES) is DER or PEM: no detector knows it, Italian public bodies send nothing else. */
const pkcs7 = 'application/pkcs7-mime';

/**
 * @param name the file's name, used only where the bytes leave a choice
 * @returns a media type; `application/octet-stream` when the bytes say nothing
 */
export async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string> {
  const detected = await fileTypeFromBuffer(bytes);
  if (detected) return detected.mime;
  const extension = path.extname(name).toLowerCase();
  if (extension === '.p7m' && isPkcs7(bytes)) return pkcs7;
  if (!isText(bytes)) return unknownType;
  return textByExtension[extension] ?? plainText;
}

function isPkcs7(bytes: Uint8Array): boolean {
  const isDerSequence = bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
  return (
    isDerSequence || new TextDecoder('latin1').decode(bytes.subarray(0, 15)).startsWith('-----BEGIN PKCS')
  );
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).some((byte) => byte === 0);
}
