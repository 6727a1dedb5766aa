// How fast an archive comes in: 10,000 mails into an empty database, beside bare parsing in the same minute. `npx tsx bench/import.ts [THREADS]`
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { area } from '@/db/schema';
import { importArchive } from '@/lib/mailing/archive/import-archive';
import { splitMbox } from '@/lib/mailing/archive/split-mbox';
import { makeMbox } from './make-mbox';

const threads = Number(process.argv[2] ?? 1_000);
const wantedRate = 300;
const folder = path.resolve('.data/bench');
const file = path.join(folder, `${threads}.mbox`);
const databaseName = 'bench';

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

async function measured<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, value };
}

async function parseOnly(): Promise<number> {
  let mails = 0;
  for await (const { raw } of splitMbox(file)) {
    if (raw) await PostalMime.parse(raw);
    mails += 1;
  }
  return mails;
}

async function importInto(db: Database) {
  const [made] = await db
    .insert(area)
    .values({
      ...{ slug: 'bench', name: 'Bench', postingAddress: 'bench@lists.example.test', listIds: [] },
      ...{ audience: 'network', postingRule: 'members' },
    })
    .returning({ slug: area.slug });
  const ctx = { db, actor: { kind: 'system', name: 'command-line' } as const, now: new Date() };
  const filesDir = path.join(folder, 'files');
  return importArchive(ctx, { file, area: made?.slug }, { filesDir });
}

function line(name: string, mails: number, seconds: number): void {
  const rate = Math.round(mails / seconds);
  console.log(`${name.padEnd(12)} ${mails} mails in ${seconds.toFixed(1)} s = ${rate} mails/s`);
}

mkdirSync(folder, { recursive: true });
if (!existsSync(file)) {
  await makeMbox(`${file}.new`, threads);
  renameSync(`${file}.new`, file);
}
console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
const server = await startEmbedded(folder);
const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
try {
  await admin.unsafe(`drop database if exists ${databaseName} with (force)`);
  await admin.unsafe(`create database ${databaseName}`);
  await migrate(server.url(databaseName));
  const reference = await measured(parseOnly);
  line('bare parsing', reference.value, reference.seconds);
  const { db, close } = connect(server.url(databaseName), 2);
  const done = await measured(() => importInto(db)).finally(close);
  line('import', done.value.imported, done.seconds);
  console.log(`${done.value.threads} threads, peak memory ${Math.round(peak / 1e6)} MB`);
  if (done.value.imported / done.seconds < wantedRate) process.exitCode = 1;
} finally {
  clearInterval(watch);
  await admin.end();
  if (!server.adopted) await server.stop();
}
