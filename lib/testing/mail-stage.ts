// What tests of incoming mail look at: the posts that mails became, what we wrote back, and an empty forum before each.
import { asc, eq } from 'drizzle-orm';
import {
  automaticAnswer,
  bounce,
  delivery,
  draft,
  draftFile,
  mail,
  mailDecision,
  mailStop,
  post,
  thread,
  threadFollow,
  threadRead,
} from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { signId } from '@/lib/mailing/tokens/sign-id';
import { type CaughtMail, listCaught } from '@/lib/platform/mail/caught';
import type { TestDatabase } from './database';
import { plantThread } from './threads';
import { type World, type WorldPerson, worldEmail } from './world';

/** No mail, no thread, no waiting work; persons and areas stay. */
export async function emptyMail({ db, sql }: TestDatabase): Promise<void> {
  await db.update(mail).set({ postId: null });
  for (const table of [mailStop, bounce, automaticAnswer, mailDecision, draftFile, draft])
    await db.delete(table);
  for (const table of [threadRead, threadFollow, delivery, thread, mail]) await db.delete(table);
  await sql`delete from graphile_worker._private_jobs`;
}

/** A thread of Rita's of an hour ago. */
export function plantQuestion({ db }: TestDatabase, world: World, at = new Date(Date.now() - 3_600_000)) {
  const areas = [world.areas.operatori];
  const posts = [{ text: 'Come si fa?', at }];
  return plantThread(db, { areas, title: 'Idoneità', author: world.actors.rita, posts });
}

/** A copy of a post that was sent to somebody. */
export async function plantCopy(
  { db }: TestDatabase,
  world: World,
  postId: string,
  name: WorldPerson = 'matteo',
) {
  const id = newId();
  const { personId } = world.actors[name];
  await db.insert(delivery).values({ id, postId, personId, email: worldEmail(name), state: 'sent' });
  return { id, address: `r-${signId('reply', id)}@liste.raccordo.example` };
}

export async function postsOf({ db }: TestDatabase, threadId: string) {
  return db.select().from(post).where(eq(post.threadId, threadId)).orderBy(asc(post.number));
}

/** The post a mail became. */
export async function postOf({ db }: TestDatabase, { postId }: { postId: string | null }) {
  const [found] = postId ? await db.select().from(post).where(eq(post.id, postId)) : [];
  if (!found) throw new Error('The mail became no post.');
  return found;
}

/** Mails of ours to an address, the newest first. */
export async function caughtFor(folder: string, email: string): Promise<CaughtMail[]> {
  return (await listCaught(folder)).filter(({ to }) => to === email);
}
