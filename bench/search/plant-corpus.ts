// Writes the generator's corpus straight into the tables: a line a thread, in the network's own areas.
import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { area, organization, person, post, seat, thread, threadArea } from '@/db/schema';
import { newId } from '@/lib/core/ids';

type Line = { t: number; cid: number; title: string; posts: { u: number; ts: number; content: string }[] };

const threadsPerBatch = 200;
const postsPerBatch = 500;

export async function plantCorpus(db: Database, lines: AsyncIterable<string>): Promise<void> {
  const areas = await db
    .select({ id: area.id })
    .from(area)
    .where(eq(area.audience, 'network'))
    .orderBy(asc(area.position));
  const writers = await db
    .select({ personId: person.id, organizationId: organization.id })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(organization, eq(organization.id, seat.organizationId));
  let batch: Line[] = [];
  const write = async () => {
    await plant(
      db,
      batch,
      areas.map(({ id }) => id),
      writers,
    );
    batch = [];
  };
  for await (const line of lines) {
    if (batch.push(JSON.parse(line)) >= threadsPerBatch) await write();
  }
  if (batch.length > 0) await write();
}

type Writer = { personId: string; organizationId: string };

async function plant(db: Database, lines: Line[], areas: string[], writers: Writer[]): Promise<void> {
  const threads = lines.map((line) => threadOf(line, areas, writers));
  await db.insert(thread).values(threads);
  await db
    .insert(threadArea)
    .values(
      threads.map(({ id, homeAreaId, lastPostAt }) => ({ threadId: id, areaId: homeAreaId, lastPostAt })),
    );
  const posts = lines.flatMap((line, index) => postsOf(line, threads[index]?.id ?? '', writers));
  for (let from = 0; from < posts.length; from += postsPerBatch) {
    await db.insert(post).values(posts.slice(from, from + postsPerBatch));
  }
}

function signed(writers: Writer[], user: number) {
  const { personId, organizationId } = writers[user % writers.length] as Writer;
  return { authorId: personId, organizationId };
}

function threadOf({ t, cid, title, posts }: Line, areas: string[], writers: Writer[]) {
  const times = posts.map(({ ts }) => ts);
  return {
    ...signed(writers, posts[0]?.u ?? 0),
    id: newId(),
    homeAreaId: areas[cid % areas.length] ?? '',
    ...{ title, normalizedTitle: title, slug: `t${t}`, postCount: posts.length },
    startedAt: new Date(Math.min(...times)),
    lastPostAt: new Date(Math.max(...times)),
  };
}

function postsOf({ posts }: Line, threadId: string, writers: Writer[]) {
  return posts.map(({ u, ts, content }, index) => ({
    ...signed(writers, u),
    ...{ threadId, number: index + 1, channel: 'web' as const, postedAt: new Date(ts) },
    ...{ body: { type: 'doc', content: [] }, html: `<p>${content}</p>`, text: content },
  }));
}
