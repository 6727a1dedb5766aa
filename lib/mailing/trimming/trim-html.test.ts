import { expect, test } from 'vitest';
import replies from '../fixtures/replies.json';
import mails from './fixtures/mails.json';
import { trimHtml } from './trim-html';

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each([...replies.html, ...mails.html].map((each) => [each.id, each] as const))(
  'E40 E47 html %s',
  (_, sample) => {
    const { text, quoted } = trimHtml(sample.html);
    expect(flat(text)).toBe(flat(sample.expect));
    if (sample.id.startsWith('fp-')) expect(quoted).toBe('');
  },
);

const outlook =
  '<p>Sì.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Da:</b> Sergio<br><b>Oggetto:</b> Marca</div><p>Serve la marca?</p>';

test('E42 what is cut out of HTML is folded in its order', () => {
  expect(trimHtml(outlook).quoted).toMatch(/^-+\n\nDa: Sergio\nOggetto: Marca\n\nServe la marca\?$/);
});

test('E45 a message passed on from Outlook stays as a quote when the subject says so', () => {
  const { text } = trimHtml(outlook, { forwarded: true });
  expect(text).toMatch(/^Sì\.\n\n> Da: Sergio\n> Oggetto: Marca\n>\n> Serve la marca\?$/);
});

test('E43 a mail that is nothing but an answered message is shown whole', () => {
  const { text, quoted } = trimHtml('<div id="divRplyFwdMsg">Da: Sergio</div><p>Serve la marca?</p>');
  expect(text).toBe('Da: Sergio\n\nServe la marca?');
  expect(quoted).toBe('');
});

test.each([
  [
    'below the closing words',
    '<p>Sì.</p><p>Saluti</p><p>Livia</p><img src="cid:stemma@bra.example">',
    'Sì.\n\nSaluti\n\nLivia',
  ],
  [
    'below a telephone number',
    '<p>Sì.</p><p>Tel. 0172 000000</p><img src="cid:stemma@bra.example">',
    'Sì.\n\nTel. 0172 000000',
  ],
  [
    'at the end of own words',
    '<p>Ecco:</p><img src="cid:foto@bra.example">',
    'Ecco:\n\n[cid:foto@bra.example]',
  ],
  ['from elsewhere', '<p>Sì.</p><img src="https://bra.example/a.png" alt="a">', 'Sì.'],
  ['in a quote', '<p>Sì.</p><blockquote><img src="cid:foto@bra.example"></blockquote>', 'Sì.'],
])('E51 an image %s', (_, html, own) => {
  expect(trimHtml(html).text).toBe(own);
});

test('E47 words beyond what is looked at are folded, none is lost', () => {
  const count = 20_000;
  const html = Array.from({ length: count }, (_, index) => `<p>uno${index} <b>due${index}</b> tre</p>`).join(
    '',
  );
  const { text, quoted } = trimHtml(html);
  const found = new Set(`${text} ${quoted}`.split(/\s+/));
  const wanted = Array.from({ length: count }, (_, index) => [`uno${index}`, `due${index}`]).flat();
  expect(wanted.filter((word) => !found.has(word))).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(64_000);
});
