import { expect, test } from 'vitest';
import { mediaTypeOf } from './media-type';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['%PDF-1.4 a', 'modulo.exe', 'application/pdf'],
  ['MZ\u0000\u0000\u0000', 'modulo.pdf', 'application/x-msdownload'],
  ['Cognome;Nome\n', 'elenco.csv', 'text/csv'],
  ['testo', 'nota.txt', 'text/plain'],
  ['-----BEGIN PKCS7-----\n', 'delibera.pdf.p7m', 'application/pkcs7-mime'],
])('%j named %s is %s', async (content, name, expected) => {
  expect(await mediaTypeOf(bytes(content), name)).toBe(expected);
});
