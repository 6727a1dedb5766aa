// Who may write, change, take away and answer: pure, over the seat one acts for and the thing held.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import type { HeldPost, HeldThread } from '../model';
import { type AreaForPolicy, mayReadThread, mayWrite, mayWriteInArea } from '../policy';
import { mayReadRemoved } from '../removals/policy';
import { deleteWithin, signWithin, takeBackWithin } from './model';

/** Only what a decision needs of a thread, so that a page asks with what it has loaded. */
export type ThreadForPolicy = Pick<HeldThread, 'locked' | 'askerId' | 'isQuestion'> & {
  areas: readonly AreaForPolicy[];
};
export type PostForPolicy = Pick<HeldPost, 'authorId' | 'postedAt'> & {
  isRemoved: boolean;
  thread: ThreadForPolicy;
};

/** Whoever starts a thread may do so in each of its areas. */
export function mayOpenThread(actor: Actor, areas: readonly AreaForPolicy[]): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const verdicts = areas.map((area) => mayWriteInArea(actor, area));
  return verdicts.find((verdict) => !verdict.allowed) ?? verdicts[0] ?? deny('not-placed');
}

/** The posting rule is about starting threads; whoever reads one and writes at all may answer, unless it is locked. */
export function mayReply(actor: Actor, thread: Pick<ThreadForPolicy, 'locked' | 'areas'>): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const reading = mayReadThread(actor, thread.areas);
  if (!reading.allowed) return reading;
  const writing = mayWrite(actor);
  if (!writing.allowed) return writing;
  return thread.locked && !actsAs(actor, 'coordinator') ? deny('thread-locked') : allow;
}

/** A text is its author's; what a lock stops is changing as well as adding. */
export function mayEdit(actor: Actor, post: PostForPolicy): Verdict {
  const writing = mayReply(actor, post.thread);
  if (!writing.allowed) return writing;
  if (!isOwn(actor, post)) return deny('not-your-post');
  return post.isRemoved ? deny('post-removed') : allow;
}

/** Within half an hour; after that others have read and answered it. */
export function mayDelete(actor: Actor, post: PostForPolicy, now: Date): Verdict {
  const own = mayUndo(actor, post);
  if (!own.allowed) return own;
  return secondsSince(post.postedAt, now) <= deleteWithin ? allow : deny('too-late-to-delete');
}

/** Within ten seconds, before anybody has been told. */
export function mayTakeBack(actor: Actor, post: PostForPolicy, now: Date): Verdict {
  const own = mayUndo(actor, post);
  if (!own.allowed) return own;
  return secondsSince(post.postedAt, now) <= takeBackWithin ? allow : deny('too-late-to-take-back');
}

export type OfficePostForPolicy = Pick<HeldPost, 'postedAt'> & {
  /** The organisation whose office signs it; null for a person's post. */
  officeId: string | null;
  isRemoved: boolean;
  thread: { areas: readonly AreaForPolicy[] };
};

/** Whoever writes for that office may say that a post of its mailbox is theirs, for a month. */
export function maySign(actor: Actor, post: OfficePostForPolicy, now: Date): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const reading = mayReadThread(actor, post.thread.areas);
  if (!reading.allowed) return reading;
  const writing = mayWrite(actor);
  if (!writing.allowed) return writing;
  if (post.officeId !== actor.seat.organization.id) return deny('not-your-office');
  if (post.isRemoved) return deny('post-removed');
  return secondsSince(post.postedAt, now) <= signWithin ? allow : deny('too-late-to-sign');
}

function mayUndo(actor: Actor, post: PostForPolicy): Verdict {
  const reading = actor.kind === 'member' ? mayReadThread(actor, post.thread.areas) : deny('sign-in');
  if (!reading.allowed) return reading;
  if (!isOwn(actor, post)) return deny('not-your-post');
  return post.isRemoved ? deny('post-removed') : allow;
}

/** Who asked knows what helped; the coordinator may say it for them. A notice has no answer. */
export function mayMarkAnswer(actor: Actor, thread: ThreadForPolicy): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const reading = mayReadThread(actor, thread.areas);
  if (!reading.allowed) return reading;
  if (actor.personId !== thread.askerId && !actsAs(actor, 'coordinator')) return deny('asker-only');
  return thread.isQuestion ? allow : deny('not-a-question');
}

/** Earlier versions are for members: the public sees what its author stands by. Of a removed post as its words. */
export function mayReadHistory(
  actor: Actor,
  post: Pick<HeldPost, 'authorId' | 'removal'> & { thread: { areas: readonly AreaForPolicy[] } },
): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  const reading = mayReadThread(actor, post.thread.areas);
  if (!reading.allowed) return reading;
  return post.removal ? mayReadRemoved(actor, post) : allow;
}

function isOwn(actor: Actor, post: { authorId: string }): boolean {
  return actor.kind === 'member' && actor.personId === post.authorId;
}

function secondsSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / 1000;
}
