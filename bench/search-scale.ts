// How fast the search is in a large network: a full rebuild, questions and suggestions over a corpus of the generator.
// `npm run bench:search-scale -- --posts posts.jsonl --queries queries1.txt,queries2.txt`
import { createReadStream, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { connect, type Database } from '@/db/client';
import { loadRows } from '@/db/demo/load-rows';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { searchInput } from '@/lib/search/model';
import { searchEverything } from '@/lib/search/search-everything';
import { suggest } from '@/lib/search/suggest';
import { startSearchServer } from '@/lib/testing/search-server';
import { cpuSeconds } from './search/cpu-seconds';
import { findOperator } from './search/find-operator';
import { plantCorpus } from './search/plant-corpus';

const folder = path.resolve('.data/bench');
const databaseName = 'bench_scale';
const questionsAsked = 200;

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: 'posts.jsonl' },
    queries: { type: 'string', default: 'queries1.txt' },
  },
});

async function* linesOf(file: string): AsyncGenerator<string> {
  yield* readline.createInterface({ input: createReadStream(file) });
}

/** Processes whose time is counted besides this one's: the database and the search server. */
const counted: (number | undefined)[] = [];

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [began, cpu] = [performance.now(), cpuSeconds(counted)];
  const value = await work();
  const [seconds, spent] = [(performance.now() - began) / 1000, cpuSeconds(counted) - cpu];
  process.stdout.write(`${name}: ${seconds.toFixed(1)} s, ${spent.toFixed(1)} CPU-s\n`);
  return value;
}

async function measure(
  name: string,
  questions: string[],
  ask: (q: string) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  const cpu = cpuSeconds(counted);
  for (const q of questions) {
    const began = performance.now();
    await ask(q);
    times.push(performance.now() - began);
  }
  const spent = ((cpuSeconds(counted) - cpu) * 1000) / questions.length;
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  process.stdout.write(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${spent.toFixed(1)} CPU-ms each\n`);
}

async function measureEngine(db: Database, name: string, server: SearchServer | undefined): Promise<void> {
  const { ask } = searchSwitch(server);
  const ctx = { db, actor: await findOperator(db), now: new Date() };
  for (const file of values.queries.split(',')) {
    const questions = readFileSync(file, 'utf8').trim().split('\n').slice(0, questionsAsked);
    const search = (q: string) => searchEverything(ctx, searchInput.parse({ q }), ask);
    for (const q of questions.slice(0, 10)) await search(q);
    await measure(`${name}, ${path.basename(file)}`, questions, search);
    const begun = questions.map((q) => q.slice(0, 4));
    await measure(`${name}, suggestions of ${path.basename(file)}`, begun, (q) => suggest(ctx, q, ask));
  }
}

const server = await startEmbedded(folder);
const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
await admin.unsafe(`drop database if exists ${databaseName} with (force)`);
await admin.unsafe(`create database ${databaseName}`);
const url = server.url(databaseName);
await migrate(url);
const { db, close } = connect(url, 4);
const search = await startSearchServer(path.join(folder, 'meilisearch'));
const [postmaster] = readFileSync(path.join(server.folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
counted.push(Number(postmaster), search?.pid);
try {
  await loadRows(db);
  await timed('planted', () => plantCorpus(db, linesOf(values.posts)));
  const system = { db, actor: { kind: 'system', name: 'worker' } as const, now: new Date() };
  const at = search && { url: search.url, key: search.key, index: 'scale' };
  await timed('documents built', () => rebuildSearch(system, undefined));
  process.stdout.write(`load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
  await timed('whole search rebuilt', () => rebuildSearch(system, at));
  if (at) await measureEngine(db, 'Meilisearch', at);
  await measureEngine(db, 'PostgreSQL', undefined);
} finally {
  await search?.stop();
  await close();
  await admin.unsafe(`drop database ${databaseName} with (force)`);
  await admin.end();
  if (!server.adopted) await server.stop();
}
