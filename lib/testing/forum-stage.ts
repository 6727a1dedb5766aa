// What the table of authorization acts upon in the forum: a thread in which everyone has just written.
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { post, postRemoval, report } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import type { Stage } from './authorization';
import { plantThread } from './threads';
import type { World } from './world';

type ForumStage = Pick<Stage, 'thread' | 'otherThread' | 'ownPost' | 'otherPost' | 'hiddenPost' | 'report'>;

export async function plantForumStage(db: Database, world: World, now: Date): Promise<ForumStage> {
  const { rita, ada, elena, matteo, olga, piero } = world.actors;
  const authors = [rita, rita, ada, elena, matteo, olga, piero];
  const at = new Date(now.getTime() - 5000);
  const planted = await plantThread(db, {
    ...{ areas: [world.areas.operatori], title: 'Prova', author: rita },
    posts: authors.map((author, index) => ({ author, text: `Messaggio ${index + 1}`, at })),
  });
  const posts = await db
    .select({ id: post.id, authorId: post.authorId, number: post.number })
    .from(post)
    .where(eq(post.threadId, planted.id));
  const [firstId = '', hiddenPost = '', otherPost = ''] = posts
    .toSorted((one, other) => one.number - other.number)
    .map(({ id }) => id);
  const removal = { kind: 'hidden' as const, personId: olga.personId, reason: 'Prova' };
  await db.insert(postRemoval).values({ postId: hiddenPost, ...removal, removedAt: at });
  const reportId = newId();
  const reported = { reason: 'Prova', personId: rita.personId, reportedAt: at };
  await db.insert(report).values({ id: reportId, postId: otherPost, ...reported });
  const own = new Map(posts.filter(({ id }) => id !== hiddenPost).map(({ id, authorId }) => [authorId, id]));
  const other = await plantThread(db, { areas: [world.areas.operatori], title: 'Un’altra', author: rita });
  return {
    thread: planted.id,
    otherThread: other.id,
    otherPost,
    hiddenPost,
    report: reportId,
    ownPost: (actor) => (actor.kind === 'member' && own.get(actor.personId)) || firstId,
  };
}
