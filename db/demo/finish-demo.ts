// The demonstration world after its mails: tags, chosen answers, the first public threads, and the mark that all is there.
import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../client';
import { area, organization, person, post, setting, thread, threadArea, threadTag } from '../schema';
import marks from './marks.json';

const publisher = 'marzia.quaranta@comune-sandonato.example';
const publisherOrganization = 'san-donato-milanese';
const publicSlug = 'novita';

/** Set when the whole world is there: a start that was killed half-way begins again, and finds what it wrote. */
export const demoKey = 'demo.loaded';

/** A public thread of one post, its text already rendered. */
export type PublicThread = {
  slug: string;
  title: string;
  at: Date;
  body: unknown;
  html: string;
  text: string;
};

/** Safe to call again. */
export async function finishDemo(db: Database, threads: readonly PublicThread[]): Promise<void> {
  await db.transaction(async (tx) => {
    await markThreads(tx);
    for (const each of threads) await publish(tx, each);
    await tx.insert(setting).values({ key: demoKey, value: true }).onConflictDoNothing();
  });
}

async function markThreads(tx: Database): Promise<void> {
  const ids = marks.flatMap(({ first, solvedBy }) => (solvedBy ? [first, solvedBy] : [first]));
  const posts = await tx
    .select({ id: post.id, threadId: post.threadId, messageId: post.messageId })
    .from(post)
    .where(inArray(post.messageId, ids));
  const byMessage = new Map(posts.map((row) => [row.messageId, row]));
  const tags = marks.flatMap(({ first, tags: words }) => {
    const threadId = byMessage.get(first)?.threadId;
    return threadId ? words.map((tag) => ({ threadId, tag })) : [];
  });
  if (tags.length > 0) await tx.insert(threadTag).values(tags).onConflictDoNothing();
  for (const { solvedBy } of marks) {
    const answer = solvedBy ? byMessage.get(solvedBy) : undefined;
    if (answer)
      await tx.update(thread).set({ solvedByPostId: answer.id }).where(eq(thread.id, answer.threadId));
  }
}

async function publish(tx: Database, each: PublicThread): Promise<void> {
  const messageId = `${publicSlug}.${each.slug}@liste.raccordo.example`;
  const [there] = await tx.select({ id: post.id }).from(post).where(eq(post.messageId, messageId));
  const place = await findPlace(tx);
  if (there || !place) return;
  const { areaId, ...signed } = place;
  const at = each.at;
  const [made] = await tx
    .insert(thread)
    .values({
      ...signed,
      ...{
        homeAreaId: areaId,
        title: each.title,
        normalizedTitle: each.title.toLowerCase(),
        slug: each.slug,
      },
      ...{ postCount: 1, startedAt: at, lastPostAt: at, lastPosterId: signed.authorId },
    })
    .returning({ id: thread.id });
  if (!made) return;
  const { body, html, text } = each;
  await tx.insert(threadArea).values({ threadId: made.id, areaId, lastPostAt: at });
  await tx.insert(post).values({
    ...signed,
    ...{ body, html, text, messageId },
    threadId: made.id,
    number: 1,
    channel: 'web',
    postedAt: at,
  });
}

type Place = { areaId: string; authorId: string; organizationId: string };

async function findPlace(tx: Database): Promise<Place | undefined> {
  const [place] = await tx
    .select({ areaId: area.id, authorId: person.id, organizationId: organization.id })
    .from(area)
    .innerJoin(person, eq(person.email, publisher))
    .innerJoin(organization, eq(organization.slug, publisherOrganization))
    .where(eq(area.slug, publicSlug));
  return place;
}
