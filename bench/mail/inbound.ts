// How fast mail comes in: a thousand mails through the receiver until their posts are readable, beside bare parsing of the same.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect as openSocket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { freePort } from '@/bin/start/free-port';
import type { Database } from '@/db/client';
import { address, area, organization, person, seat } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { peakOf } from './processes';

export type InboundFigures = {
  mails: number;
  /** From the first connection until the last post can be read. */
  perSecond: number;
  /** Mails a second that are stored and answered with 250. */
  acceptedPerSecond: number;
  /** postal-mime alone on the same mails, in this process. */
  barePerSecond: number;
  ratio: number;
  receiverMegabytes: number;
};

export const inboundTarget = { perSecond: 60 };

/** Nobody writes more than thirty mails an hour without being looked at. */
const mailsPerWriter = 20;
const postsPerThread = 5;
const connections = 8;
const firstPort = 3725;
const giveUpAfterMs = 300_000;
const lookEveryMs = 20;
const slug = 'arrivi';
const domain = 'liste.raccordo.example';

type Given = {
  db: Database;
  /** Of the same database, in which a worker works already. */
  url: string;
  mails: number;
};

/** Nobody follows the area: what leaves is measured elsewhere. */
export async function measureInbound({ db, url, mails }: Given): Promise<InboundFigures> {
  const writers = await plantWriters(db, Math.ceil(mails / mailsPerWriter));
  const raws = Array.from({ length: mails }, (_, index) => write(writers, index, mails));
  const receiver = await startReceiver(url);
  try {
    const begun = performance.now();
    await sendAll(receiver.port, raws);
    const acceptedPerSecond = mails / seconds(begun);
    await untilPosted(db, mails);
    const perSecond = mails / seconds(begun);
    const barePerSecond = await parseAll(raws);
    const receiverMegabytes = receiver.peak() / 1e6;
    return {
      mails,
      perSecond,
      acceptedPerSecond,
      barePerSecond,
      ratio: perSecond / barePerSecond,
      receiverMegabytes,
    };
  } finally {
    await receiver.stop();
  }
}

function seconds(begun: number): number {
  return (performance.now() - begun) / 1000;
}

async function plantWriters(db: Database, count: number): Promise<string[]> {
  const organizationId = newId();
  const at = {
    slug: 'comune-arrivi',
    name: 'Comune degli Arrivi',
    kind: 'commune',
    status: 'member',
  } as const;
  await db.insert(organization).values({ id: organizationId, ...at });
  const place = { audience: 'network', postingRule: 'members', position: 99 } as const;
  await db.insert(area).values({ slug, name: 'Arrivi', postingAddress: `${slug}@${domain}`, ...place });
  const people = Array.from({ length: count }, (_, index) => ({
    ...{
      id: newId(),
      name: `Scrivente ${index}`,
      email: `scrivente${index}@arrivi.example`,
      hasAccount: true,
    },
  }));
  await db.insert(person).values(people);
  await db.insert(address).values(
    people.map(({ id: personId, email }) => ({
      email,
      personId,
      kind: 'personal' as const,
      verifiedAt: new Date(),
    })),
  );
  await db
    .insert(seat)
    .values(people.map(({ id: personId }) => ({ personId, organizationId, role: 'operator' as const })));
  return people.map(({ email }) => email);
}

const lines = (prefix: string, count: number) =>
  Array.from(
    { length: count },
    (_, line) => `${prefix}Riga ${line}: chiediamo come si rinnova l’attestazione.`,
  );

/** In rounds, as people answer: first every thread is opened, then each is answered in turn, one mail in five a new thread. */
function write(writers: readonly string[], index: number, mails: number): Buffer {
  const from = writers[index % writers.length] ?? '';
  const first = index % Math.ceil(mails / postsPerThread);
  const isAnswer = index !== first;
  const head = [
    ...[`From: Scrivente <${from}>`, `To: ${slug}@${domain}`, `Message-ID: <arrivo-${index}@arrivi.example>`],
    ...[`Date: ${new Date().toUTCString()}`, `Subject: ${isAnswer ? 'R: ' : ''}Attestazione ${first}`],
    ...(isAnswer ? [`In-Reply-To: <arrivo-${first}@arrivi.example>`] : []),
    ...['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
  ];
  const quote = ['', 'Il giorno 7 set 2026, Scrivente ha scritto:', ...lines('> ', 20)];
  const body = [...lines(`${index} `, 12), ...(isAnswer ? quote : [])];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body.join('\r\n')}\r\n`);
}

async function sendAll(port: number, raws: readonly Buffer[]): Promise<void> {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, pool: true, maxConnections: connections, ignoreTLS: true },
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const to = [`${slug}@${domain}`];
  await Promise.all(
    raws.map((raw) => transport.sendMail({ envelope: { from: 'scrivente@arrivi.example', to }, raw })),
  );
  transport.close();
}

async function untilPosted(db: Database, wanted: number): Promise<void> {
  for (const until = Date.now() + giveUpAfterMs; Date.now() < until; await pause(lookEveryMs)) {
    const [found] = await db.execute<{ posts: number }>(
      sql`select count(*)::int as posts from post where message_id like 'arrivo-%@arrivi.example'`,
    );
    if (found?.posts === wanted) return;
  }
  throw new Error(`Not all ${wanted} mails became posts.`);
}

async function parseAll(raws: readonly Buffer[]): Promise<number> {
  const begun = performance.now();
  for (const raw of raws) await PostalMime.parse(raw);
  return raws.length / seconds(begun);
}

type Receiver = { port: number; peak: () => number; stop: () => Promise<void> };

async function startReceiver(url: string): Promise<Receiver> {
  const port = await freePort('127.0.0.1', firstPort);
  const child = fork('bin/posta.ts', {
    env: {
      ...{ ...process.env, DATABASE_URL: url, AUTH_SECRET: 'bench'.repeat(8), DATA_DIR: '.data/bench' },
      ...{
        PUBLIC_URL: 'https://raccordo.example',
        FILES_DIR: '.data/bench/files',
        SMTP_URL: 'smtp://127.0.0.1:1',
      },
      SMTP_LISTEN: `127.0.0.1:${port}`,
    },
    execArgv: ['--import', 'tsx'],
  });
  await untilListening(port);
  return { port, peak: () => peakOf(child.pid ?? 0), stop: () => stop(child) };
}

async function untilListening(port: number): Promise<void> {
  for (const until = Date.now() + giveUpAfterMs; Date.now() < until; await pause(lookEveryMs)) {
    const socket = openSocket(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
  }
  throw new Error('The receiver does not listen.');
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
