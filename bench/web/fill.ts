// The corpus in a database of its own: written once by COPY, found again by later runs.
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { sql } from 'drizzle-orm';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { type Connection, connect } from '@/db/client';
import type { EmbeddedServer } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { area, areaFollow, organization, person, seat } from '@/db/schema';
import { makeSlug } from '@/lib/text/make-slug';
import { type CorpusPost, type CorpusThread, makeThreads, writers } from '../corpus';
import { bodyOf } from './body-of';

/** The first is public, the others belong to the network. */
export const areas = ['pubblica', 'operatori', 'comuni', 'servizi'] as const;
const peoplePerCommune = 10;
const doneWord = 'whole';

/** The same number is the same id in every run; ids grow with the numbers, as UUIDv7 do with time. */
export function idOf(kind: 'organization' | 'person' | 'area' | 'thread' | 'post', number: number): string {
  const first = { organization: 1, person: 2, area: 3, thread: 4, post: 5 }[kind];
  return `0000000${first}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** @returns its address; filled on the first call, on later ones as the last run left it */
export async function fillDatabase(server: EmbeddedServer, threads: number): Promise<string> {
  const name = `bench_web_${threads}`;
  const url = server.url(name);
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const [found] = await admin`select shobj_description(oid, 'pg_database') as word
      from pg_database where datname = ${name}`;
    if (found?.word === doneWord) {
      await migrate(url);
      return url;
    }
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.unsafe(`create database ${name}`);
    await migrate(url);
    await fill(url, threads);
    await admin.unsafe(`comment on database ${name} is '${doneWord}'`);
    return url;
  } finally {
    await admin.end();
  }
}

async function fill(url: string, threads: number): Promise<void> {
  const connection = connect(url, 1);
  await addPeople(connection);
  await connection.close();
  const raw = postgres(url, { max: 4, onnotice: () => {} });
  try {
    await copyThreads(raw, threads);
    await raw.unsafe('vacuum (analyze)');
  } finally {
    await raw.end();
  }
}

async function addPeople({ db }: Connection): Promise<void> {
  const numbers = Array.from({ length: writers }, (_, index) => index + 1);
  const communes = numbers.slice(0, writers / peoplePerCommune);
  await db.insert(organization).values(
    communes.map((number) => ({
      ...{ id: idOf('organization', number), slug: `comune-${number}`, name: `Comune ${number}` },
      ...{ kind: 'commune' as const, status: 'member' as const },
    })),
  );
  await db.insert(person).values(
    numbers.map((number) => ({
      ...{ id: idOf('person', number), name: `Persona Numero${number}`, hasAccount: true },
      ...{ email: `p${number}@bench.example`, createdAt: new Date(0) },
    })),
  );
  await db.insert(seat).values(
    numbers.map((number) => ({
      ...{ personId: idOf('person', number), organizationId: communeOf(number) },
      ...{ role: 'operator' as const, startedAt: new Date(0) },
    })),
  );
  await db.insert(area).values(
    areas.map((slug, index) => ({
      ...{ id: idOf('area', index + 1), slug, name: `Area ${slug}`, position: index },
      ...{ postingAddress: `${slug}@bench.example`, postingRule: 'members' as const },
      audience: index === 0 ? ('public' as const) : ('network' as const),
    })),
  );
  const follows = numbers.map((number) => ({ personId: idOf('person', number), areaId: areaOf(number) }));
  await db.insert(areaFollow).values(follows);
  await db.execute(sql`analyze`);
}

function communeOf(author: number): string {
  return idOf('organization', Math.ceil(author / peoplePerCommune));
}

function areaOf(number: number): string {
  return idOf('area', 1 + (number % areas.length));
}

/** Every fourth thread is public: number 20, 40 … are public ones of 30 posts. */
async function copyThreads(raw: Sql, threads: number): Promise<void> {
  const columns = {
    thread:
      'id, home_area_id, title, normalized_title, slug, author_id, organization_id, is_question, post_count, started_at, last_post_at, last_poster_id, created_at',
    thread_area: 'thread_id, area_id, last_post_at',
    post: 'id, thread_id, number, author_id, organization_id, channel, reply_to_id, body, html, text, posted_at, created_at',
  };
  await raw.begin(async (tx) => {
    const { definitions } = await takeIndexesAway(tx);
    for (const table of ['thread', 'thread_area', 'post'] as const) {
      const into = await tx.unsafe(`copy ${table} (${columns[table]}) from stdin`).writable();
      for (const line of linesFor(table, threads)) if (!into.write(line)) await once(into, 'drain');
      into.end();
      await finished(into);
    }
    for (const definition of definitions) await tx.unsafe(definition);
  });
}

/** An index made afterwards is made faster; the large ones only. @returns how to make them again */
async function takeIndexesAway(tx: TransactionSql): Promise<{ definitions: string[] }> {
  const rows = await tx<
    { name: string; definition: string }[]
  >`select indexname as name, indexdef as definition
    from pg_indexes where tablename in ('post', 'thread') and indexname in ('post_search', 'thread_search',
      'post_author', 'post_posted', 'post_answered', 'post_message_id')`;
  for (const { name } of rows) await tx.unsafe(`drop index "${name}"`);
  return { definitions: rows.map(({ definition }) => definition) };
}

function* linesFor(table: 'thread' | 'thread_area' | 'post', threads: number): Generator<string> {
  let posts = 0;
  for (const thread of makeThreads(threads)) {
    if (table === 'thread') yield threadLine(thread);
    if (table === 'thread_area') yield placeLine(thread);
    if (table !== 'post') continue;
    for (const [index, post] of thread.posts.entries()) {
      posts += 1;
      yield postLine(thread, index, post, posts);
    }
  }
}

function threadLine({ number, title, posts }: CorpusThread): string {
  const [started, last] = [posts[0], posts.at(-1)];
  if (!started || !last) throw new Error('A thread of the corpus has no post.');
  return copyLine([
    ...[idOf('thread', number), areaOf(number), title, title, makeSlug(title)],
    ...[idOf('person', started.author), communeOf(started.author), 't', String(posts.length)],
    ...[started.at.toISOString(), last.at.toISOString(), idOf('person', last.author)],
    started.at.toISOString(),
  ]);
}

function placeLine({ number, posts }: CorpusThread): string {
  return copyLine([idOf('thread', number), areaOf(number), posts.at(-1)?.at.toISOString() ?? '']);
}

function postLine(thread: CorpusThread, index: number, { author, at, body }: CorpusPost, count: number) {
  const { json, html, text } = bodyOf(body);
  return copyLine([
    ...[idOf('post', count), idOf('thread', thread.number), String(index + 1)],
    ...[idOf('person', author), communeOf(author), 'web', index > 0 ? idOf('post', count - 1) : null],
    ...[json, html, text, at.toISOString(), at.toISOString()],
  ]);
}

const escaped: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A row in COPY's text format. */
function copyLine(values: readonly (string | null)[]): string {
  const cells = values.map(
    (value) => value?.replace(/[\\\t\n\r]/g, (sign) => escaped[sign] ?? sign) ?? '\\N',
  );
  return `${cells.join('\t')}\n`;
}
