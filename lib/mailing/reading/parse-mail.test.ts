import { describe, expect, test } from 'vitest';
import { parseMail } from './parse-mail';

const now = new Date('2026-11-24T12:00:00Z');
const receivedAt = new Date('2024-05-02T10:00:00Z');

function parse(head: string, body = 'Ciao', encoding: BufferEncoding = 'utf8') {
  return parseMail(Buffer.from(`${head}\n\n${body}\n`, encoding), { receivedAt, now });
}

describe('who', () => {
  test.each([
    ['plain', 'From: Anna Bianchi <Anna@X.example>', 'anna@x.example', 'Anna Bianchi'],
    ['E10 Reply-To alone says nothing', 'From: a@x.example\nReply-To: b@y.example', 'a@x.example', ''],
    [
      'E10 rewritten by the list',
      'From: Anna via Operatori <op@l.example>\nReply-To: Anna <a@x.example>\nX-Original-From: Anna <a@x.example>',
      'a@x.example',
      'Anna',
    ],
    [
      'E10 a Reply-To that is not the original sender',
      'From: b@x.example\nReply-To: evil@y.example\nX-Original-From: Anna <a@x.example>',
      'b@x.example',
      '',
    ],
    [
      'rewritten without X-Original-From',
      'From: Anna via Operatori <op@l.example>\nReply-To: a@x.example\nList-Post: <mailto:op@l.example>',
      'a@x.example',
      'Anna',
    ],
    [
      'Reply-To is the list',
      'From: Anna <a@x.example>\nReply-To: op@l.example\nList-Post: <mailto:op@l.example>',
      'a@x.example',
      'Anna',
    ],
    ['obscured', 'From: anna at x.example (Anna Bianchi)', 'anna@x.example', 'Anna Bianchi'],
    ['an encoded name', 'From: =?iso-8859-1?q?Nicol=F2?= <n@x.example>', 'n@x.example', 'Nicolò'],
  ])('%s', async (_, head, address, name) => {
    expect((await parse(head)).sender).toEqual({ address, name });
  });

  test('nobody', async () => {
    expect((await parse('Subject: x')).sender).toBeNull();
  });
});

describe('E38 when', () => {
  test.each([
    ['its own date', 'Date: Thu, 2 May 2024 09:00:00 +0200', '2024-05-02T07:00:00.000Z'],
    [
      'a date with a comment',
      'Date: Thu, 2 May 2024 09:00:00 +0200 (ora legale)',
      '2024-05-02T07:00:00.000Z',
    ],
    ['no date', 'Subject: x', receivedAt.toISOString()],
    ['no date at all', 'Date: domani', receivedAt.toISOString()],
    ['a date to come', 'Date: Thu, 2 May 2094 09:00:00 +0200', receivedAt.toISOString()],
    ['a clock never set', 'Date: Thu, 1 Jan 1970 00:00:00 +0000', receivedAt.toISOString()],
    [
      'later than its last hop',
      'Received: from a by b; Thu, 2 May 2024 11:30:00 +0200\nDate: Sat, 4 May 2024 11:30:00 +0200',
      '2024-05-02T09:30:00.000Z',
    ],
    [
      'the last hop',
      'Received: from a by b; Thu, 2 May 2024 11:30:00 +0200\nReceived: from c by a; Thu, 2 May 2024 11:00:00 +0200',
      '2024-05-02T09:30:00.000Z',
    ],
  ])('%s', async (_, head, wanted) => {
    expect((await parse(head)).sentAt.toISOString()).toBe(wanted);
  });
});

describe('ids and lists', () => {
  test('nearest reference first, without brackets', async () => {
    const mail = await parse(
      'Message-ID: <m@x>\nIn-Reply-To: <c@x>\nReferences: <a@x>\n <b@x> <c@x>\nList-Id: "L" <Op.L.example>\nTo: A <A@x.example>, b@x.example',
    );
    expect(mail).toMatchObject({
      messageId: 'm@x',
      references: ['c@x', 'b@x', 'a@x'],
      listId: 'op.l.example',
      recipients: ['a@x.example', 'b@x.example'],
    });
  });

  test.each([
    ['none', 'Subject: x'],
    ['E37 too long', `Message-ID: <${'m'.repeat(300)}@x>`],
    ['no id', 'Message-ID: x'],
  ])('%s', async (_, head) => {
    expect((await parse(head)).messageId).toBeNull();
  });
});

describe('E48 charsets', () => {
  const words = 'Perché l’idoneità costa 16 €';
  const type = (charset: string) => `Content-Type: text/plain; charset=${charset}`;
  const binary = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
  const base64 = 'Content-Transfer-Encoding: base64';
  const windows = 'Perch\xe9 l\x92idoneit\xe0 costa 16 \x80';
  const utf8 = Buffer.from(words).toString('latin1');

  test.each([
    ['utf-8, 8bit', type('utf-8'), utf8],
    ['windows-1252, 8bit', type('windows-1252'), windows],
    ['windows-1252, base64', `${type('windows-1252')}\n${base64}`, binary(windows)],
    ['signs of Windows under iso-8859-1', type('iso-8859-1'), windows],
    ['iso-8859-15', type('iso-8859-15'), 'Perch\xe9 l’idoneit\xe0 costa 16 \xa4'.replace('’', "'")],
    ['utf-8 under a wrong label', type('iso-8859-1'), utf8],
    ['utf-8 under a wrong label, base64', `${type('windows-1252')}\n${base64}`, binary(utf8)],
    ['windows-1252 that says utf-8', type('utf-8'), windows],
    ['utf-7', type('utf-7'), 'Perch+AOk- l+IBk-idoneit+AOA- costa 16 +IKw-'],
    [
      'quoted-printable',
      `${type('utf-8')}\nContent-Transfer-Encoding: quoted-printable`,
      'Perch=C3=A9 l=E2=80=99idoneit=C3=A0 co=\nsta 16 =E2=82=AC',
    ],
  ])('%s', async (_, head, body) => {
    const { text } = await parse(head, body, 'latin1');
    expect(text.trim().replace("'", '’')).toBe(words);
  });

  test('flowed lines are joined within their quote', async () => {
    const flowed = 'Content-Type: text/plain; charset=utf-8; format=flowed';
    const body = 'una riga \nspezzata\n> citata \n> due volte\n>> altra\n-- \nAnna';
    expect((await parse(flowed, body)).text.trim()).toBe(
      'una riga spezzata\n> citata due volte\n>> altra\n-- \nAnna',
    );
    expect((await parse(`${flowed}; delsp=yes`, 'spez \nzata')).text.trim()).toBe('spezzata');
  });

  test('bytes PostgreSQL cannot keep are dropped', async () => {
    expect((await parse(type('utf-8'), 'a\u0000b')).text.trim()).toBe('ab');
  });
});

const multipart = (kind: string, ...parts: string[]) =>
  [
    `From: a@x.example\nContent-Type: multipart/${kind}; boundary=b\n`,
    ...parts.map((part) => `\n--b\n${part}`),
    '\n--b--',
  ].join('');

test('E47 a mail of HTML only', async () => {
  const html =
    '<style>p{}</style><script>x()</script><p>Perch&eacute; <b>no</b>?</p><img src="https://x.example/a.gif">';
  const { text } = await parse('Content-Type: text/html; charset=utf-8', html);
  expect(text).toBe('Perché no?');
});

test.each([
  ['E48 a wrong label', 'iso-8859-1', Buffer.from('Perché'), ['charset-mended']],
  ['E48 Windows under UTF-8', 'utf-8', Buffer.from('Perch\xe9', 'latin1'), ['charset-mended']],
  ['E48 a right label', 'utf-8', Buffer.from('Perché'), []],
])('%s is warned of where it is mended', async (_, charset, body, warnings) => {
  const head = Buffer.from(`From: a@x.example\nContent-Type: text/plain; charset=${charset}\n\n`);
  const mail = await parseMail(Buffer.concat([head, body]), { receivedAt, now });
  expect(mail).toMatchObject({ text: 'Perché', warnings });
});

test('E30 whom it names: To and Cc apart from whom others handed it on to', async () => {
  const head = [
    ...['To: Uffici: A@x.example, b@x.example;', 'Cc: "C, c" <c@x.example>', 'Bcc: d@x.example'],
    ...[
      'Resent-To: e@x.example',
      'Delivered-To: f@x.example',
      'X-Forwarded-To: g@x.example',
      'X-Original-To: a@x.example',
    ],
  ];
  expect(await parse(head.join('\n'))).toMatchObject({
    recipients: ['a@x.example', 'b@x.example', 'c@x.example'],
    alsoTo: ['d@x.example', 'e@x.example', 'f@x.example', 'a@x.example', 'g@x.example'],
  });
});

describe('E93 certified mail', () => {
  const inner =
    'From: Anna <a@x.example>\nSubject: Dentro\nMessage-ID: <in@x>\nReferences: <p@x>\nDate: Thu, 2 May 2024 09:00:00 +0200\n\nIl testo vero';
  const source = multipart(
    'mixed',
    'Content-Type: text/plain\n\nMessaggio di posta certificata',
    `Content-Type: message/rfc822; name="postacert.eml"\nContent-Disposition: attachment; filename="postacert.eml"\n\n${inner}`,
    'Content-Type: application/xml; name="daticert.xml"\nContent-Disposition: attachment\n\n<x/>',
  ).replace(
    'From: a@x.example',
    'From: "Per conto di: a@pec.x.example" <posta-certificata@pec.example>\nMessage-ID: <out@pec>\nX-Trasporto: posta-certificata\nSubject: POSTA CERTIFICATA: Dentro',
  );

  test('E93 is opened', async () => {
    expect(await parseMail(Buffer.from(source), { receivedAt, now })).toMatchObject({
      messageId: 'out@pec',
      otherIds: ['in@x'],
      references: ['p@x'],
      sender: { address: 'a@x.example', name: 'Anna' },
      subject: 'Dentro',
      text: 'Il testo vero',
      files: [],
      certified: { claims: ['a@pec.x.example'] },
      warnings: [],
    });
  });

  test('E93 without the message inside it is warned of, and nobody is believed', async () => {
    const bare = 'From: posta-certificata@pec.example\nX-Trasporto: posta-certificata';
    expect(await parse(bare)).toMatchObject({
      certified: { claims: [] },
      warnings: ['certified-unreadable'],
    });
  });
});
