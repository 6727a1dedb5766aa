import { mkdtempSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '@/db/client';
import { mail } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { signId } from '../tokens/sign-id';
import { largestMail } from './model';
import { ownCertificate } from './own-certificate';
import { type Receiver, startReceiver } from './start-receiver';

const database = await testDatabase();
const { db } = database;
const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-receiver-'));
const name = 'liste.raccordo.example';
const certificate = ownCertificate(folder, name);
const listen = { host: '127.0.0.1', port: 0 };
const onTrouble = vi.fn();
let receiver: Receiver;

beforeAll(async () => {
  await createWorld(db);
  receiver = await startReceiver({ db, listen, name, tls: certificate, onTrouble });
});

beforeEach(async () => {
  await db.delete(mail);
  onTrouble.mockClear();
});

afterAll(async () => {
  await receiver.stop();
  rmSync(folder, { recursive: true });
});

const raw = 'From: anna@altrove.example\r\nSubject: Prova\r\n\r\nTesto.\r\n';

function send(to: string[], message: string | Buffer = raw, port = receiver.port) {
  const transport = createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } });
  return transport
    .sendMail({ envelope: { from: 'Anna@Altrove.example', to }, raw: message })
    .finally(() => transport.close());
}

/** Speaks line by line, to say what no mail program says. */
async function dialogue(lines: (string | Buffer)[], port = receiver.port): Promise<string[]> {
  const socket = net.connect(port, '127.0.0.1');
  const answers: string[] = [];
  const pieces = socket[Symbol.asyncIterator]();
  const next = async () => {
    for (let text = ''; ; ) {
      const { value, done } = await pieces.next();
      if (done) return text;
      text += value;
      if (/^\d{3} .*\r\n$/m.test(text)) return text;
    }
  };
  answers.push(await next());
  for (const line of lines) {
    socket.write(line);
    answers.push(await next());
  }
  socket.destroy();
  return answers;
}

test('E03: a mail is stored byte for byte with its envelope, and one job waits, before anything is decided', async () => {
  await send(['Operatori@Liste.Raccordo.example', 'comuni@liste.raccordo.example']);
  const [stored, ...more] = await db.select().from(mail);
  expect(more).toEqual([]);
  expect(Buffer.from(stored?.raw ?? []).toString()).toBe(raw);
  expect(stored).toMatchObject({
    ...{ outcome: 'received', door: 'smtp', messageId: null, size: raw.length, providerId: null },
    ...{ envelopeFrom: 'anna@altrove.example', decidedAt: null },
    envelopeTo: ['operatori@liste.raccordo.example', 'comuni@liste.raccordo.example'],
  });
  const jobs = await database.sql`select key, payload from graphile_worker._private_jobs`;
  expect(jobs).toEqual([{ key: `mail.decide:${stored?.id}`, payload: { mailId: stored?.id } }]);
});

test('E14: programs of this machine are not checked, and the mail says so', async () => {
  await send(['operatori@liste.raccordo.example']);
  const [stored] = await db.select().from(mail);
  expect(stored?.authentication).toMatchObject({
    ...{ spf: 'none', dkim: 'none', dmarc: 'none', reason: 'loopback' },
    ...{ remote: '127.0.0.1', helo: expect.any(String) },
  });
});

const ours = 'liste.raccordo.example';

test.each([
  ['an area', `operatori@${ours}`, true],
  ['an area in capitals', `OPERATORI@${ours.toUpperCase()}`, true],
  ['the postmaster', `postmaster@${ours}`, true],
  ['the site', `raccordo@${ours}`, true],
  ['a copy', `r-${signId('reply', newId())}@${ours}`, true],
  ['a copy in capitals', `R-${signId('reply', newId()).toUpperCase()}@${ours}`, true],
  ['the way back', `b-${signId('bounce', newId())}@${ours}`, true],
  ['a held mail', `m-${signId('held', newId())}@${ours}`, true],
  ['a word made for another use', `r-${signId('bounce', newId())}@${ours}`, false],
  ['a word that was not signed', `r-${'a'.repeat(42)}@${ours}`, false],
  ['a copy elsewhere', `r-${signId('reply', newId())}@altrove.example`, false],
  ['no area', `boh@${ours}`, false],
  ['an area elsewhere', 'operatori@altrove.example', false],
  ['a postmaster elsewhere', 'postmaster@altrove.example', false],
])('E05: mail for %s is taken, or 550 at RCPT', async (_what, to, isTaken) => {
  const sent = await send([to]).then(
    () => 250,
    (error: { responseCode: number }) => error.responseCode,
  );
  expect(sent).toBe(isTaken ? 250 : 550);
  expect(await db.$count(mail)).toBe(isTaken ? 1 : 0);
});

test('E05: the size is announced, a mail that says it is larger is refused at once, one that is larger at its end', async () => {
  const [, greeting, announced] = await dialogue([
    'EHLO prova.example\r\n',
    `MAIL FROM:<a@b.example> SIZE=${largestMail + 1}\r\n`,
  ]);
  expect(greeting).toContain(`SIZE ${largestMail}`);
  expect(greeting).toContain('STARTTLS');
  expect(announced).toMatch(/^552/);
  const large = Buffer.concat([Buffer.from(raw), Buffer.alloc(30 * 1024 * 1024, 'a\r\n')]);
  const answers = await dialogue([
    'EHLO prova.example\r\n',
    'MAIL FROM:<a@b.example>\r\n',
    'RCPT TO:<operatori@liste.raccordo.example>\r\n',
    'DATA\r\n',
    Buffer.concat([large, Buffer.from('\r\n.\r\n')]),
  ]);
  expect(answers.at(-1)).toMatch(/^552/);
  expect(await db.$count(mail)).toBe(0);
  await send(['operatori@liste.raccordo.example']);
  expect(await db.$count(mail)).toBe(1);
});

test('E05: STARTTLS shows the own certificate of this name, made once', async () => {
  const before = statSync(path.join(folder, 'smtp.pem'));
  expect(before.mode & 0o777).toBe(0o600);
  expect(ownCertificate(folder, name)).toEqual(certificate);
  const shown = await new Promise<string>((resolve, reject) => {
    const plain = net.connect(receiver.port, '127.0.0.1').once('error', reject);
    plain.once('data', () => {
      plain.write('STARTTLS\r\n');
      plain.once('data', () => {
        const secure = tls.connect({ socket: plain, ca: certificate.cert, servername: name });
        secure.once('error', reject).once('secureConnect', () => {
          resolve(String(secure.getPeerCertificate().subject.CN));
          secure.destroy();
        });
      });
    });
  });
  expect(shown).toBe(name);
});

test('E05: at most a hundred recipients', async () => {
  const many = Array.from(
    { length: 101 },
    () => `RCPT TO:<r-${signId('reply', newId())}@liste.raccordo.example>\r\n`,
  );
  const answers = await dialogue(['EHLO prova.example\r\n', 'MAIL FROM:<a@b.example>\r\n', ...many]);
  expect(answers.at(-2)).toMatch(/^250/);
  expect(answers.at(-1)).toMatch(/^452/);
});

test('E05: bytes that are no mail are stored like any other: reading them is nobody’s business at this door', async () => {
  const junk = Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7 + 128) % 256 || 1));
  await send(['operatori@liste.raccordo.example'], junk);
  expect(await db.$count(mail)).toBe(1);
  expect(onTrouble).not.toHaveBeenCalled();
});

test('E05: an address has ten connections at once, and another when one ends; this machine has more', async () => {
  const counting = { db, listen, name, tls: certificate, onTrouble };
  const strict = await startReceiver({ ...counting, isCounted: () => true });
  const greeted = (port: number) =>
    new Promise<{ socket: net.Socket; said: string }>((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1').once('error', reject);
      socket.once('data', (said) => resolve({ socket, said: String(said).slice(0, 3) }));
    });
  const eleven = (port: number) => Promise.all(Array.from({ length: 11 }, () => greeted(port)));
  const strangers = await eleven(strict.port);
  expect(strangers.filter(({ said }) => said === '421')).toHaveLength(1);
  for (const { socket } of strangers) socket.destroy();
  let again = await greeted(strict.port);
  while (again.said !== '220') again = await greeted(strict.port);
  again.socket.destroy();
  const own = await eleven(receiver.port);
  expect(own.map(({ said }) => said)).toEqual(Array.from({ length: 11 }, () => '220'));
  for (const { socket } of own) socket.destroy();
  await strict.stop();
});

test('E05: a connection ends in its time, however busy it is', async () => {
  const short = await startReceiver({ db, listen, name, tls: certificate, onTrouble, sessionMs: 30 });
  const socket = net.connect(short.port, '127.0.0.1');
  const busy = setInterval(() => socket.write('NOOP\r\n'), 5);
  await new Promise((resolve) => socket.once('error', () => undefined).once('close', resolve));
  clearInterval(busy);
  expect(socket.destroyed).toBe(true);
  await short.stop();
});

test('E05: without a database the answer is 451 and nothing of its words', async () => {
  const away = connect('postgres://nobody:nothing@127.0.0.1:1/none', 1);
  const lame = await startReceiver({ db: away.db, listen, name, tls: certificate, onTrouble });
  const refused = await send(['operatori@liste.raccordo.example'], raw, lame.port).catch((error) => error);
  expect(refused.responseCode).toBe(451);
  expect(refused.response).not.toMatch(/postgres|ECONN|127\.0\.0\.1/i);
  expect(onTrouble).toHaveBeenCalledOnce();
  await lame.stop();
  await away.close();
});
