// Where a mail leads, whoever sends it: signed address, In-Reply-To, References, root, the areas it is addressed to (MAIL.md E30–E32).
import type { ParsedMail } from '../model';
import { addressedAreas } from './addressed-areas';
import {
  type Clues,
  type Known,
  type KnownArea,
  type KnownCopy,
  type KnownThread,
  type Placement,
  tokenLifetime,
} from './model';

export type FoundPlace =
  | {
      kind: 'thread';
      thread: KnownThread;
      replyToId: string | null;
      via: Extract<Placement, { kind: 'reply' }>['via'];
      /** Which copy it answers, and whose that is. */
      copyId: string | null;
      ownerId: string | null;
      /** Areas it is addressed to besides. */
      areas: readonly KnownArea[];
    }
  | { kind: 'areas'; areas: readonly KnownArea[] }
  | { kind: 'digest'; copyId: string; ownerId: string }
  | { kind: 'nowhere'; reason: 'no-area' | 'token-expired' | 'thread-gone' };

/** A parent that was deleted or hidden still shows the thread (MAIL.md E36). */
export function findPlace(mail: Pick<ParsedMail, 'listId'>, known: Known, now: Date): FoundPlace {
  const areas = addressedAreas(mail, known.clues, known.areas);
  const { copyIds, hasBrokenToken } = known.clues;
  const copies = copyIds.flatMap((id) => known.copies.find((copy) => copy.id === id) ?? []);
  const live = copies.filter(({ createdAt }) => now.getTime() - createdAt.getTime() <= tokenLifetime);
  const digest = live.find(({ digestId }) => digestId !== null);
  if (digest) return { kind: 'digest', copyId: digest.id, ownerId: digest.personId };
  const named = byToken(live, known) ?? byAnswers(known.clues, known) ?? byRoot(known.clues, known);
  if (named) return { kind: 'thread', ...named, areas };
  if (areas.length > 0) return { kind: 'areas', areas };
  if (copies.length > live.length || hasBrokenToken) return { kind: 'nowhere', reason: 'token-expired' };
  return { kind: 'nowhere', reason: copyIds.length > 0 ? 'thread-gone' : 'no-area' };
}

type Named = Omit<Extract<FoundPlace, { kind: 'thread' }>, 'kind' | 'areas'>;

function byToken(copies: readonly KnownCopy[], known: Known): Named | null {
  for (const { id: copyId, threadId, postId, personId } of copies) {
    const thread = threadOf(threadId, known);
    if (thread) return { thread, replyToId: postId, via: 'token', copyId, ownerId: personId };
  }
  return null;
}

function byAnswers({ answers }: Clues, known: Known): Named | null {
  for (const { id, via } of answers) {
    const local = id.slice(0, id.lastIndexOf('@'));
    const post =
      known.posts.find(({ messageId }) => messageId === id) ??
      known.copies.find(({ providerMessageId }) => providerMessageId === local);
    const thread = threadOf(post?.threadId ?? null, known);
    if (post && thread) return { thread, replyToId: post.postId, via, copyId: null, ownerId: null };
  }
  return null;
}

function byRoot({ threadIds }: Clues, known: Known): Named | null {
  const thread = threadIds.map((id) => threadOf(id, known)).find((found) => found !== null);
  return thread ? { thread, replyToId: null, via: 'root', copyId: null, ownerId: null } : null;
}

function threadOf(id: string | null, { threads }: Known): KnownThread | null {
  if (id === null) return null;
  return threads.find((thread) => thread.id === id || thread.formerIds?.includes(id)) ?? null;
}
