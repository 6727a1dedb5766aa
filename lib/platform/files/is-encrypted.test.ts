import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isEncrypted } from './is-encrypted';

const odt = 'application/vnd.oasis.opendocument.text';

/** A zip of one entry, as an office program writes its manifest. */
function manifest(text: string): Uint8Array {
  const name = Buffer.from('META-INF/manifest.xml');
  const content = deflateRawSync(Buffer.from(text));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  return Buffer.concat([local, name, content, central, name]);
}

test.each([
  ['a PDF with a password', Buffer.from('%PDF-1.7 trailer << /Encrypt 12 0 R >>'), 'application/pdf', true],
  ['a PDF that only speaks of it', Buffer.from('%PDF-1.7 (/Encrypt) trailer <<>>'), 'application/pdf', false],
  ['a text with a password', manifest('<manifest:encryption-data/>'), odt, true],
  ['a text without one', manifest('<manifest:file-entry/>'), odt, false],
  ['a zip that is cut', manifest('<manifest:encryption-data/>').subarray(0, 40), odt, false],
  ['anything else', Buffer.from('/Encrypt 1 0 R'), 'image/png', false],
])('%s', (_, bytes, mediaType, expected) => {
  expect(isEncrypted(bytes, mediaType)).toBe(expected);
});
