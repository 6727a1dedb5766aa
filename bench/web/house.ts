// A Raccordo in earnest on the corpus: the production server and the worker, each a process of its own.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/bin/start/free-port';
import { memorySettings } from '@/bin/start/memory-settings';
import { untilHealthy } from '@/bin/start/until-healthy';
import { type Connection, connect } from '@/db/client';
import type { EmbeddedServer } from '@/db/embedded/server';
import { hashSessionToken, sessionCookieName } from '@/lib/auth/model';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { type StartedSearchServer, startSearchServer } from '@/lib/testing/search-server';
import { type Sink, startSink } from '../mail/processes';
import { idOf } from './fill';

const firstPort = 4100;
const sessions = 100;
const index = 'bench';
const month = 30 * 24 * 3_600_000;
/** What waits unread for somebody who comes every few days. */
const unreadNews = 20;

export type House = Connection & {
  url: string;
  /** A hundred persons' cookies. */
  cookies: string[];
  web: number;
  /** None beside the largest corpus, whose documents it would write for an hour. */
  worker: number | undefined;
  /** These and the search server, where there is one. */
  pids: number[];
  /** The first process of the database, whose children serve us. */
  database: number;
  leave: () => Promise<void>;
};

/** @param node which Node runs web and worker @param isLarge read only, by PostgreSQL alone: no worker, no search */
export async function startHouse(
  server: EmbeddedServer,
  databaseUrl: string,
  { node, isLarge }: { node: string; isLarge: boolean },
): Promise<House> {
  const connection = connect(databaseUrl, 2);
  const sink: Sink = await startSink();
  const search = isLarge ? undefined : await startSearch(connection);
  const port = await freePort('127.0.0.1', firstPort);
  const url = `http://localhost:${port}`;
  const env = {
    ...{ ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', HOST: '127.0.0.1' },
    ...{ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: databaseUrl, AUTH_SECRET: 'bench'.repeat(8) },
    ...{ SMTP_URL: sink.url, FILES_DIR: '.data/bench-web/files' },
    ...(search && { MEILI_URL: search.url, MEILI_KEY: search.key, MEILI_INDEX: index }),
  };
  const start = (script: string, execArgv: string[], more = {}) =>
    fork(script, [], {
      env: { ...env, ...more },
      execPath: node,
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  const flags = (process.env.BENCH_WEB_FLAGS ?? '').split(' ').filter(Boolean);
  const web = start('bin/web.mjs', flags, memorySettings);
  const worker = isLarge ? undefined : start('bin/worker.ts', ['--import', 'tsx']);
  const cookies = await signIn(connection, url);
  await untilHealthy(url);
  return {
    ...connection,
    ...{ url, cookies, web: web.pid ?? 0, worker: worker?.pid, database: postmaster(server) },
    pids: [web.pid, worker?.pid, search?.pid].flatMap((pid) => pid ?? []),
    leave: async () => {
      await Promise.all([web, worker].map((child) => child && end(child)));
      await sink.kill('SIGTERM');
      await search?.stop();
      await connection.close();
    },
  };
}

async function signIn({ sql }: Connection, url: string): Promise<string[]> {
  const expires = new Date(Date.now() + month).toISOString();
  const tokens = Array.from({ length: sessions }, (_, index) => `bench-session-${index + 1}`);
  for (const [index, token] of tokens.entries()) {
    await sql`insert into session (id, session_token, person_id, expires) values (${crypto.randomUUID()},
      ${hashSessionToken(token)}, ${idOf('person', index + 1)}, ${expires}::timestamptz)
      on conflict (session_token) do update set expires = excluded.expires, last_seen_at = now()`;
  }
  return tokens.map((token) => `${sessionCookieName(url)}=${token}`);
}

/** The answers of earlier runs told everybody of them: each run begins with the same number. */
export async function leaveNews({ sql }: Connection): Promise<void> {
  await sql`delete from notification`;
  await sql`insert into notification (id, fact, person_id, kind, thread_id, post_id, created_at)
    select gen_random_uuid(), told.id::text, reader.id, 'news', told.thread_id, told.id, told.posted_at
    from (select id from person order by id limit ${sessions}) reader, lateral (
      select post.* from post join thread on thread.id = post.thread_id
      where thread.home_area_id = ${idOf('area', 1)} and post.author_id <> reader.id
      order by thread.number desc, post.number desc limit ${unreadNews}) told`;
  await sql`analyze notification`;
}

/** With its index built: what fills it would be measured with the pages. None where the platform has none. */
async function startSearch({ db }: Connection): Promise<StartedSearchServer | undefined> {
  const started = await startSearchServer('.data/bench-web/search');
  const server = started && { url: started.url, key: started.key, index };
  await rebuildSearch({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() }, server);
  return started;
}

function postmaster({ folder }: EmbeddedServer): number {
  const [pid = ''] = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

/** Not in a hurry: a profile may have to be written. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
