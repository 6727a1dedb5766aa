import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { recodeParts } from './recode-parts';

const lines = 'riga di testo è\r\n'.repeat(120);
const csv = 'a;b\n'.repeat(200);

async function read(raw: Uint8Array) {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const attachments = email.attachments.map(({ content, ...rest }) => ({
    ...rest,
    content: Buffer.from(content as ArrayBuffer).toString('base64'),
  }));
  const { subject, text, html } = email;
  return { subject, text, html, attachments };
}

const mixed = 'From: a@x.example\nSubject: x\nContent-Type: multipart/mixed;\n boundary="b 1"\n\nprima\n';
const sources: [title: string, source: string][] = [
  ['E46: one part', `From: a@x.example\r\nSubject: x\r\n\r\n${lines}`],
  ['E46: without an end of the last line', `Content-Transfer-Encoding: 8bit\nSubject: x\n\n${lines}fine`],
  ['E46: without headers', `\n${lines}`],
  [
    'E46: several, some in several',
    [
      `${mixed}--b 1\nContent-Type: text/plain\n\n${lines}`,
      '--b 1\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nciao\n--c',
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>perch=C3=A9</p>\n--c--\ndopo',
      `--b 1\nContent-Type: text/csv; name=a.csv\nContent-Disposition: attachment\nContent-Transfer-Encoding:\n 7bit\n\n${csv}`,
      '--b 1\nContent-Type: message/rfc822\n\nSubject: q\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\na\n--z--',
      '--b 1\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nYWJj\nYWJj\n\n--b 1--\nfine',
    ].join('\n'),
  ],
  ['E46: parts that never end', `${mixed}--b 1\n\n${lines}--b 1\nX: y\n--b 1\n\nx`],
  [
    'E46: a boundary in pieces (RFC 2231)',
    `From: a@x.example\nContent-Type: multipart/mixed; boundary*0="b "; boundary*1=c\n\n--b c\n\n${lines}\n--b c--\n`,
  ],
  ['E46: rulers in the text', `${mixed}--b 1\n\n${lines}--b 2\n-- \n--\n--b 1x\nfine\n--b 1--`],
];

test.each(sources)('%s: what parts hold stays the same to the byte', async (_, source) => {
  const raw = Buffer.from(source);
  const recoded = recodeParts(raw);
  expect(recoded).not.toEqual(raw);
  expect(await read(recoded)).toEqual(await read(raw));
});

test('a short mail is left alone', () => {
  const raw = Buffer.from('Subject: x\n\nCiao\n');
  expect(recodeParts(raw)).toBe(raw);
});

test('E46: parts parted in an unusual way are left to the parser, unless they are very long', () => {
  const odd = (count: number) =>
    Buffer.from(`Content-Type: multipart/mixed; boundary*=utf-8''b\n\n--b\n\n${'riga\n'.repeat(count)}--b--`);
  expect(recodeParts(odd(200))).toEqual(odd(200));
  expect(() => recodeParts(odd(100_000))).toThrow();
});
