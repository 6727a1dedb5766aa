// Every read behind a mail's own link: which copy it was, and whose.
import { and, asc, eq, sql } from 'drizzle-orm';
import {
  area,
  areaFollow,
  delivery,
  digest,
  organization,
  post,
  seat,
  tagFollow,
  thread,
  threadArea,
  threadFollow,
  threadTag,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { mayReadBySeat } from '@/lib/forum/audience/may-read-by-seat';
import { listToldSearches } from '@/lib/search/saving/queries';
import { readSignedId } from '../tokens/read-signed-id';
import type { CopyView } from './model';

export type Copy = CopyView & { personId: string };

/**
 * Whoever holds the link has the mail it stood in: nothing is told here that the mail did not say.
 * @param token signed for `choices` over the id of a delivery
 * @throws Refusal `not-found` for a link that was not made here, or whose post is gone for good
 */
export async function findCopy(ctx: Context, token: string): Promise<Copy> {
  return loadCopy(ctx, readSignedId('choices', token) ?? '');
}

/**
 * @param id of a delivery; empty where there is none
 * @throws Refusal `not-found` where its post is gone for good
 */
export async function loadCopy(ctx: Context, id: string): Promise<Copy> {
  const [found] = id ? await readDelivery(ctx, id) : [];
  if (!found) throw new Refusal('not-found', 'no-such-copy');
  const { personId, email, rhythm, thread: about } = found;
  const [areas, tags] = about
    ? [await areasOf(ctx, personId, about.id), await tagsOf(ctx, personId, about.id)]
    : [await areasIn(ctx, personId, rhythm), await tagsIn(ctx, personId, rhythm)];
  const searches = found.digestId ? await listToldSearches(ctx, found.digestId) : [];
  return { personId, email, thread: about, rhythm, areas, tags, searches };
}

async function readDelivery({ db }: Context, id: string) {
  const rows = await db
    .select({
      ...{ personId: delivery.personId, email: delivery.email, digestId: digest.id, rhythm: digest.rhythm },
      ...{ threadId: thread.id, title: thread.title, follow: threadFollow.state },
    })
    .from(delivery)
    .leftJoin(digest, eq(digest.id, delivery.digestId))
    .leftJoin(post, eq(post.id, delivery.postId))
    .leftJoin(thread, eq(thread.id, post.threadId))
    .leftJoin(
      threadFollow,
      and(eq(threadFollow.threadId, thread.id), eq(threadFollow.personId, delivery.personId)),
    )
    .where(eq(delivery.id, id));
  return rows.map(({ threadId, title, follow, ...row }) => ({
    ...row,
    thread: threadId && title !== null ? { id: threadId, title, follow } : null,
  }));
}

const areaColumns = { slug: area.slug, name: area.name, mail: areaFollow.mail };
const tagColumns = { tag: tagFollow.tag, mail: tagFollow.mail };

function areasOf({ db }: Context, personId: string, threadId: string) {
  return db
    .select(areaColumns)
    .from(threadArea)
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .innerJoin(areaFollow, and(eq(areaFollow.areaId, area.id), eq(areaFollow.personId, personId)))
    .where(eq(threadArea.threadId, threadId))
    .orderBy(asc(area.position));
}

function tagsOf({ db }: Context, personId: string, threadId: string) {
  return db
    .select(tagColumns)
    .from(threadTag)
    .innerJoin(tagFollow, and(eq(tagFollow.tag, threadTag.tag), eq(tagFollow.personId, personId)))
    .where(eq(threadTag.threadId, threadId))
    .orderBy(asc(tagFollow.tag));
}

type Rhythm = Copy['rhythm'];

/** What a digest of this rhythm is made of by now. */
function areasIn({ db }: Context, personId: string, rhythm: Rhythm) {
  return db
    .select(areaColumns)
    .from(areaFollow)
    .innerJoin(area, eq(area.id, areaFollow.areaId))
    .where(and(eq(areaFollow.personId, personId), rhythm ? eq(areaFollow.mail, rhythm) : sql`false`))
    .orderBy(asc(area.position));
}

function tagsIn({ db }: Context, personId: string, rhythm: Rhythm) {
  return db
    .select(tagColumns)
    .from(tagFollow)
    .where(and(eq(tagFollow.personId, personId), rhythm ? eq(tagFollow.mail, rhythm) : sql`false`))
    .orderBy(asc(tagFollow.tag));
}

/** A seat by which this person may read the area now; null where none does. */
export async function findReadingSeat(
  { db, now }: Context,
  personId: string,
  slug: string,
): Promise<string | null> {
  const [found] = await db
    .select({ id: seat.id })
    .from(seat)
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .innerJoin(area, eq(area.slug, slug))
    .where(and(eq(seat.personId, personId), mayReadBySeat(now)))
    .orderBy(asc(seat.startedAt), asc(seat.id))
    .limit(1);
  return found?.id ?? null;
}
