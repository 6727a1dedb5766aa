import { beforeAll, beforeEach, expect, test } from 'vitest';
import { attachment, automaticAnswer, mail, post } from '@/db/schema';
import { listCaught } from '@/lib/platform/mail/caught';
import { arrive, findRow, operatori, store } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { emptyMail, postOf } from '@/lib/testing/mail-stage';
import { pdf, withFiles } from '@/lib/testing/mail-with-files';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, worldEmail } from '@/lib/testing/world';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
const from = `Matteo Riva <${worldEmail('matteo')}>`;

beforeAll(async () => {
  await createWorld(db);
});

beforeEach(() => emptyMail(database));

const megabyte = 1024 * 1024;
const head = `From: ${from}\r\nTo: ${operatori}\r\nSubject: Ostile\r\nMessage-ID: <ostile@x.example>\r\n`;

const nested = (depth: number): string =>
  depth === 0
    ? 'Content-Type: text/plain\r\n\r\nIn fondo.\r\n'
    : `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`;

/** A zip that holds a zip that holds a zip: never opened, therefore no bomb. */
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1000, 0x42)]);

const hostile: [name: string, raw: string | Buffer, outcomes: string[]][] = [
  ['a megabyte of ">"', `${head}\r\nRispondo.\r\n${'>'.repeat(megabyte)}\r\n`, ['new-thread']],
  ['a megabyte of quoted lines', `${head}\r\nRispondo.\r\n${'> a\r\n'.repeat(megabyte / 5)}`, ['new-thread']],
  ['a megabyte of blanks', `${head}\r\nRispondo.\r\n${' '.repeat(megabyte)}:\r\n`, ['new-thread']],
  [
    'ten thousand References',
    `${head}References: ${Array.from({ length: 10_000 }, (_, index) => `<${index}@altrove.example>`).join('\r\n ')}\r\n\r\nTesto.\r\n`,
    ['new-thread'],
  ],
  [
    'five hundred attachments',
    withFiles(
      'Cinquecento',
      Array.from({ length: 500 }, (_, index) => ({
        ...{ name: `f${index}.pdf`, type: 'application/pdf', bytes: pdf(String(index)) },
      })),
    ),
    ['new-thread'],
  ],
  [
    'a zip of zips',
    withFiles('Zip', [{ name: 'a.zip', type: 'application/zip', bytes: zip }]),
    ['new-thread'],
  ],
  ['parts three hundred deep', `${head}MIME-Version: 1.0\r\n${nested(300)}`, ['refused', 'new-thread']],
  [
    'a boundary that never comes',
    `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="mai"\r\n\r\nTesto.\r\n`,
    ['new-thread', 'refused'],
  ],
  ['headers without end', 'a'.repeat(3 * megabyte), ['refused', 'automatic']],
  ['nothing at all', '', ['refused', 'automatic']],
  ['zeros', Buffer.alloc(1000), ['refused', 'automatic']],
  ['a NUL and lone surrogates', `${head}\r\nTesto\0 con \xff\xfe e =ED=A0=80\r\n`, ['new-thread']],
  [
    'broken base64',
    withFiles('Rotto', [{ name: 'a.pdf', type: 'application/pdf', bytes: pdf('x') }]).replace(
      'JVBER',
      '!!!!=',
    ),
    ['new-thread'],
  ],
];

test.each(hostile)(
  'E46: %s ends in one outcome, and the mail after it is posted',
  async (_name, raw, outcomes) => {
    const bad = await store(database, { from, raw });
    const good = await store(database, { from: worldEmail('rita'), subject: 'Ordinario' });
    await runJobs(database);
    const row = await findRow(database, bad);
    expect(outcomes).toContain(row.outcome);
    expect(row.decidedAt).not.toBeNull();
    expect((await findRow(database, good)).outcome).toBe('new-thread');
    const jobs = await database.sql`select 1 from graphile_worker.jobs where task_identifier = 'mail.decide'`;
    expect(jobs).toEqual([]);
  },
);

test('E54: a mail of twenty-four megabytes is taken with its file', async () => {
  const large = Buffer.concat([pdf('grande'), Buffer.alloc(17 * megabyte, 'x')]);
  const row = await arrive(database, {
    from,
    raw: withFiles('Grande', [{ name: 'grande.pdf', type: 'application/pdf', bytes: large }]),
  });
  expect(row.outcome).toBe('new-thread');
  expect(await db.$count(attachment)).toBe(1);
});

test('E46: what is folded is kept to a length, the mail whole', async () => {
  const raw = `${head}\r\nRispondo.\r\n\r\nIl giorno 7 set 2026, Rita ha scritto:\r\n${'> riga\r\n'.repeat(200_000)}`;
  const row = await arrive(database, { from, raw });
  const posted = await postOf(database, row);
  expect(posted.text).toBe('Rispondo.');
  expect(posted.quotedHtml?.length).toBeLessThan(megabyte);
  expect(row.size).toBe(raw.length);
});

/**
 * Another list that is subscribed to ours and sends everything back, under its own name and with a new id each time.
 */
function otherList(raw: string, round: number): string {
  const [headers = '', ...body] = raw.split('\r\n\r\n');
  const kept = headers
    .split(/\r\n(?![ \t])/)
    .filter((line) => !/^(to|message-id|dkim-signature|return-path):/i.test(line));
  const own = [
    `To: ${operatori}`,
    `Message-ID: <giro-${round}@altralista.example>`,
    'Sender: altra@altralista.example',
  ];
  return `${[...own, ...kept].join('\r\n')}\r\n\r\n${body.join('\r\n\r\n')}`;
}

test('E25: a loop between two lists stops by itself: what we sent comes back once and goes nowhere', async () => {
  const first = await arrive(database, { from, subject: 'In giro', text: 'Una volta.' });
  expect(first.outcome).toBe('new-thread');
  const sent = (await listCaught(folder)).filter(({ subject }) => subject.includes('In giro'));
  expect(sent.length).toBeGreaterThan(0);
  for (const [round, { headers, text }] of sent.entries()) {
    const raw = `${headers.map(({ key, value }) => `${key}: ${value}`).join('\r\n')}\r\n\r\n${text}`;
    const back = await arrive(database, {
      ...{ from: 'altra@altralista.example', raw: otherList(raw, round) },
      envelope: { from: 'altra@altralista.example', to: [operatori] },
    });
    expect(back).toMatchObject({ outcome: 'automatic', reason: 'loop' });
  }
  expect(await db.$count(post)).toBe(1);
  expect(await db.$count(automaticAnswer)).toBe(0);
});

test('E26: a program that writes without end is held from the thirty-first mail on, and nobody is answered', async () => {
  for (let count = 0; count < 33; count++) {
    await store(database, { from, subject: `Numero ${count}`, text: `Mail ${count}` });
  }
  await runJobs(database);
  const rows = await db.select({ outcome: mail.outcome, reason: mail.reason }).from(mail);
  expect(rows.filter(({ outcome }) => outcome === 'new-thread')).toHaveLength(30);
  expect(rows.filter(({ reason }) => reason === 'too-many-mails')).toHaveLength(3);
  expect(await db.$count(automaticAnswer)).toBe(0);
});
