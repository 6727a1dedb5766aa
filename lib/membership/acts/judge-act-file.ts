// Whether a file can be the file of an act: by its bytes, never by its name alone.
import type { SignatureFormat } from '@/db/words';
import { isEncrypted } from '@/lib/platform/files/is-encrypted';
import { largestActFile } from './model';

export type JudgedFile =
  | { wrong: null; signature: SignatureFormat; mediaType: string }
  | {
      wrong:
        | 'act-file-empty'
        | 'act-file-too-large'
        | 'act-file-not-pdf'
        | 'act-file-program'
        | 'act-file-p7m-broken'
        | 'act-file-encrypted';
    };

const pdf = 'application/pdf';
const pkcs7 = 'application/pkcs7-mime';
const programs =
  /^application\/(x-msdownload|x-dosexec|vnd\.microsoft\.portable-executable|x-elf|x-executable|x-mach-binary|java-archive|x-sh)$/;

/**
 * PDF and PDF/A, plain or signed inside (PAdES), and a CAdES envelope (`.p7m`, RFC 5652) around anything. A signature is
 * recognised, not verified.
 * @param mediaType what the bytes are
 */
export function judgeActFile(bytes: Uint8Array, name: string, mediaType: string): JudgedFile {
  if (bytes.length === 0) return { wrong: 'act-file-empty' };
  if (bytes.length > largestActFile) return { wrong: 'act-file-too-large' };
  if (programs.test(mediaType) || startsWith(bytes, 'MZ') || startsWith(bytes, '#!'))
    return { wrong: 'act-file-program' };
  if (mediaType === pdf) {
    if (isEncrypted(bytes, pdf)) return { wrong: 'act-file-encrypted' };
    return { wrong: null, signature: isSignedInside(bytes) ? 'pades' : 'none', mediaType: pdf };
  }
  if (isEnvelope(bytes)) return { wrong: null, signature: 'cades', mediaType: pkcs7 };
  return { wrong: name.toLowerCase().endsWith('.p7m') ? 'act-file-p7m-broken' : 'act-file-not-pdf' };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

/** The object identifier of signedData, 1.2.840.113549.1.7.2, in DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** DER begins with a SEQUENCE that holds the identifier; the same may be written down in base64, with or without PEM lines. */
function isEnvelope(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 400));
  if (isDerEnvelope(head)) return true;
  const lines = head.toString('latin1').replace(/^-----BEGIN [A-Z0-9 ]+-----/, '');
  const letters = lines.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/=]{40,}$/.test(letters)) return false;
  return isDerEnvelope(Buffer.from(letters, 'base64'));
}

function isDerEnvelope(head: Buffer): boolean {
  return head[0] === 0x30 && head.subarray(0, 24).includes(signedData);
}

/** PAdES (ETSI EN 319 142): a signature dictionary with the range of bytes it covers. */
function isSignedInside(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return /\/ByteRange\s*\[/.test(text) && /\/SubFilter\s*\/(ETSI\.CAdES|adbe\.pkcs7)/.test(text);
}
