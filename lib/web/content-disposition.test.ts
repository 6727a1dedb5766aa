import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition';

test.each([
  ['modulo.pdf', 'application/pdf', `inline; filename="modulo.pdf"; filename*=UTF-8''modulo.pdf`],
  [
    'Scheda Ucraina – versione 3.docx',
    'application/octet-stream',
    `attachment; filename="Scheda Ucraina _ versione 3.docx"; filename*=UTF-8''Scheda%20Ucraina%20%E2%80%93%20versione%203.docx`,
  ],
  [
    'a"\r\nset-cookie: x.svg',
    'image/svg+xml',
    `attachment; filename="a___set-cookie: x.svg"; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x.svg`,
  ],
])('%j as %s', (name, mediaType, expected) => {
  expect(contentDisposition(name, mediaType)).toBe(expected);
});
