import { expect, test } from 'vitest';
import type { MailFile } from '../model';
import { keepOwnFiles } from './keep-own-files';

const image = (contentId: string | null): MailFile => ({
  ...{
    name: `${contentId}.png`,
    bytes: new Uint8Array([1]),
    mediaType: 'image/png',
    inline: true,
    contentId,
  },
});
const attached: MailFile = { ...image(null), name: 'modulo.pdf', inline: false };
const img = (id: string) => `<img src="cid:${id}">`;
const kept = (html: string | null, files: MailFile[], subject = 'Re: Orari') =>
  keepOwnFiles({ files, html, subject }).map(({ name }) => name);

test.each([
  [
    'E51: an image of the own text stays, one of a Gmail quote goes',
    `<div>Ecco ${img('a')}</div><div class="gmail_quote"><blockquote class="gmail_quote">Prima ${img('b')}</blockquote></div>`,
    ['a.png', 'modulo.pdf'],
  ],
  [
    'E51: an image below the header of Outlook goes',
    `<p>Sì ${img('a')}</p><div id="divRplyFwdMsg"><b>Da:</b> R<br><b>Inviato:</b> lunedì<br><b>A:</b> L<br><b>Oggetto:</b> Orari</div><p>Prima ${img('b')}</p>`,
    ['a.png', 'modulo.pdf'],
  ],
  [
    'E51: an image that stands in both stays',
    `<div>Ecco ${img('a')} ${img('b')}</div><div class="gmail_quote">Prima ${img('b')}</div>`,
    ['a.png', 'b.png', 'modulo.pdf'],
  ],
  ['E51: an image the HTML does not name stays', '<p>Ecco</p>', ['a.png', 'b.png', 'modulo.pdf']],
])('%s', (_, html, names) => {
  expect(kept(html, [image('a'), image('b'), attached])).toEqual(names);
});

test('E51: without HTML everything stays', () => {
  expect(kept(null, [image(null), attached])).toEqual(['null.png', 'modulo.pdf']);
});

test('E45 E51: of a mail passed on the images of what it passes on stay', () => {
  const html = `<p>Guardate</p><div id="divRplyFwdMsg"><b>Da:</b> R<br><b>Inviato:</b> lunedì<br><b>A:</b> L<br><b>Oggetto:</b> x</div><p>${img('a')}</p>`;
  expect(kept(html, [image('a')], 'I: Orari')).toEqual(['a.png']);
});
