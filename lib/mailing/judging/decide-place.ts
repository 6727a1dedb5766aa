// Whether a mail goes on with the thread it leads to or opens one of its own (MAIL.md E33, E36).
import { longestTitle } from '@/lib/forum/writing/model';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { ParsedMail } from '../model';
import type { FoundPlace } from './find-place';
import {
  type Known,
  type KnownArea,
  type KnownThread,
  type Placement,
  subjectWindow,
  threadLifetime,
} from './model';

/** Where it goes, with what rights are asked of: the thread answered, or the areas of a new one. */
export type DecidedPlace =
  | { placement: Extract<Placement, { kind: 'reply' }>; thread: KnownThread }
  | { placement: Extract<Placement, { kind: 'thread' }>; areas: readonly KnownArea[] };

export type PlaceQuestions = {
  /** Whether the sender reads this thread: no other is named to them. */
  mayRead: (thread: KnownThread) => boolean;
  mayOpen: (areas: readonly KnownArea[]) => boolean;
  now: Date;
};

/**
 * - An answer stays an answer, also where it is addressed to further areas.
 * - A renamed subject, "(era: …)", opens a thread, as it does when an archive is imported.
 * - An answer sent only to areas where the thread does not stand opens a thread there: what was said to few is not
 *   shown to others.
 * - A thread without posts for two years is followed by a new one.
 */
export function decidePlace(
  mail: Pick<ParsedMail, 'subject'>,
  found: Extract<FoundPlace, { kind: 'thread' | 'areas' }>,
  known: Pick<Known, 'clues' | 'threads'>,
  questions: PlaceQuestions,
): DecidedPlace {
  if (found.kind === 'areas') return bySubject(mail, found.areas, known, questions);
  const { thread, via, replyToId, areas } = found;
  const answer: DecidedPlace = { placement: { kind: 'reply', threadId: thread.id, replyToId, via }, thread };
  const isElsewhere = via !== 'token' && areas.length > 0 && !areas.some((area) => standsIn(thread, area));
  if (isElsewhere) return opening(mail, areas);
  const isRenamed =
    normalizeSubject(mail.subject).renamed && known.clues.subjectKey !== thread.normalizedTitle;
  const isOld = questions.now.getTime() - thread.lastPostAt.getTime() > threadLifetime;
  if (!isRenamed && !isOld) return answer;
  const where = areas.length > 0 ? areas : thread.areas;
  return questions.mayOpen(where) ? opening(mail, where, { formerThreadId: thread.id }) : answer;
}

/** By subject alone only where the sender takes part in a thread that is alive; else that thread is named. */
function bySubject(
  mail: Pick<ParsedMail, 'subject'>,
  areas: readonly KnownArea[],
  { clues, threads }: Pick<Known, 'clues' | 'threads'>,
  { mayRead, now }: PlaceQuestions,
): DecidedPlace {
  const alike = threads.filter(
    (thread) =>
      clues.subjectKey !== '' &&
      thread.normalizedTitle === clues.subjectKey &&
      areas.some((area) => standsIn(thread, area)) &&
      mayRead(thread),
  );
  const own = alike.find(
    ({ hasSender, lastPostAt }) => hasSender && now.getTime() - lastPostAt.getTime() < subjectWindow,
  );
  if (own && !normalizeSubject(mail.subject).renamed) {
    return { placement: { kind: 'reply', threadId: own.id, replyToId: null, via: 'subject' }, thread: own };
  }
  return opening(mail, areas, { similarThreadId: alike[0]?.id ?? null });
}

function opening(
  mail: Pick<ParsedMail, 'subject'>,
  areas: readonly KnownArea[],
  near: { similarThreadId?: string | null; formerThreadId?: string } = {},
): DecidedPlace {
  const { similarThreadId = null, formerThreadId = null } = near;
  const areaIds = [...new Set(areas.map(({ id }) => id))];
  return {
    placement: { kind: 'thread', areaIds, title: titleOf(mail.subject), similarThreadId, formerThreadId },
    areas,
  };
}

/** Cut at a word, as long as a title may be. */
function titleOf(subject: string): string {
  const { title } = normalizeSubject(subject);
  if (title.length <= longestTitle) return title;
  const cut = title.slice(0, longestTitle);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2)).trimEnd();
}

function standsIn(thread: KnownThread, { id }: KnownArea): boolean {
  return thread.areas.some((area) => area.id === id);
}
