// How well the search answers: the mean reciprocal rank of a list of questions over the demonstration world, in its own
// database and search server. `npm run bench:search -- --queries FILE [--json]`
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { ensureDemo } from '@/bin/demo';
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { startSearchServer } from '@/lib/testing/search-server';
import { prepareSearch } from './search/prepare-search';
import { type Question, questionList, type Scores, scoreQuestions } from './search/score-questions';

const folder = path.resolve('.data/bench');
const databaseName = 'bench_search';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: 'bench/search/questions.json' },
    json: { type: 'boolean', default: false },
  },
});

async function freshDatabase(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`drop database if exists ${databaseName} with (force)`);
  await admin.unsafe(`create database ${databaseName}`);
}

function tell(line: string): void {
  if (!values.json) process.stdout.write(`${line}\n`);
}

/** Two decimals more than anyone should believe. */
function show(name: string, { mrr, mrrByPost, unknown, reduced, questions }: Scores): void {
  tell(`${name}: MRR ${mrr.toFixed(4)}, ${mrrByPost.toFixed(4)} by post`);
  for (const { q, rank, postRank } of questions) {
    if (postRank !== 1) tell(`  ${rank ?? '–'} (by post ${postRank ?? '–'})  ${q}`);
  }
  if (unknown.length > 0) process.stderr.write(`Answers that do not exist: ${unknown.join(', ')}\n`);
  if (name === 'meilisearch' && reduced) process.stderr.write('Meilisearch failed: PostgreSQL answered.\n');
}

async function score(db: Database, questions: Question[]): Promise<Record<string, Scores>> {
  const search = await startSearchServer(path.join(folder, 'meilisearch'));
  try {
    const server = search && { url: search.url, key: search.key, index: 'bench' };
    await prepareSearch(db, path.join(folder, 'files'), server);
    const scores: Record<string, Scores> = {};
    if (server) scores.meilisearch = await scoreQuestions(db, server, questions);
    scores.postgres = await scoreQuestions(db, undefined, questions);
    return scores;
  } finally {
    await search?.stop();
  }
}

const questions = questionList.parse(JSON.parse(readFileSync(values.queries, 'utf8')));
const server = await startEmbedded(folder);
const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
await freshDatabase(admin);
const url = server.url(databaseName);
await migrate(url);
tell(await ensureDemo(url, path.join(folder, 'files')));
const { db, close } = connect(url, 4);
const scores = await score(db, questions).finally(async () => {
  await close();
  await admin.unsafe(`drop database ${databaseName} with (force)`);
  await admin.end();
  rmSync(path.join(folder, 'files'), { recursive: true, force: true });
  if (!server.adopted) await server.stop();
});
if (values.json) process.stdout.write(`${JSON.stringify(scores, null, 1)}\n`);
for (const [name, each] of Object.entries(scores)) show(name, each);
