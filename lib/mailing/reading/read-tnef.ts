// Opens `winmail.dat`, in which Outlook packs the files of a mail for whom it takes for another Outlook (MAIL.md E52; MS-OXTNEF).
import { readTnefProperties } from './read-tnef-properties';

export type TnefFile = { name: string; bytes: Uint8Array };

const signature = 0x223e9f78;
const attributes = {
  codepage: 0x00069007,
  newAttachment: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  properties: 0x00069005,
} as const;
const mostFiles = 500;
const headLength = 9;
const sumLength = 2;

/** @returns the files in their order, those without a name under an empty one; null when it is no such file, or broken */
export function readTnef(bytes: Uint8Array): TnefFile[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== signature) return null;
  const files: Partial<TnefFile>[] = [];
  let charset = 'windows-1252';
  for (let at = 6; at + headLength <= bytes.length; ) {
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const end = at + headLength + length;
    if (end > bytes.length) return null;
    const value = bytes.subarray(at + headLength, end);
    if (id === attributes.codepage) charset = charsetOf(value);
    else if (id === attributes.newAttachment) files.push({});
    else fill(files.at(-1), id, value, charset);
    if (files.length > mostFiles) return null;
    at = end + sumLength;
  }
  return files.flatMap(({ name = '', bytes: content }) => (content ? [{ name, bytes: content }] : []));
}

/** A long name among the properties beats the short one of the title. */
function fill(file: Partial<TnefFile> | undefined, id: number, value: Uint8Array, charset: string): void {
  if (!file) return;
  if (id === attributes.data) file.bytes = value;
  if (id === attributes.title) file.name = file.name || decode(value, charset);
  if (id !== attributes.properties) return;
  const { longName, name, data } = readTnefProperties(value, (text) => decode(text, charset));
  file.name = longName || file.name || name;
  file.bytes ??= data;
}

function charsetOf(value: Uint8Array): string {
  const page = value.length >= 4 ? new DataView(value.buffer, value.byteOffset).getUint32(0, true) : 0;
  if (page === 65_001) return 'utf-8';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}

function decode(value: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(value).replace(/\0+$/, '');
}
