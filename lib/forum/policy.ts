// Who may read what in the forum: pure, over the seat one acts for and the loaded thing.
import type { Audience, PostingRule, Role } from '@/db/words';
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';

/** Readers never write, the technical administrator neither. */
export const writingRoles: readonly Role[] = ['operator', 'referent', 'coordinator', 'officer'];

export type AreaForPolicy = {
  audience: Audience;
  postingRule: PostingRule;
  /** Ids of the organisations admitted where the audience is `chosen`. */
  admitted: readonly string[];
};

/** The technical administrator reads nothing by that role; one who also holds another seat switches to it. */
export function mayReadArea(actor: Actor, area: AreaForPolicy): Verdict {
  if (area.audience === 'public' || actor.kind === 'system') return allow;
  if (actor.kind === 'anonymous') return deny('sign-in');
  if (actor.seat.role === 'admin') return deny('admin-reads-nothing');
  const { id, kind } = actor.seat.organization;
  if (area.audience === 'communes' && kind !== 'commune') return deny('communes-only');
  if (area.audience === 'chosen' && !area.admitted.includes(id)) return deny('chosen-only');
  return allow;
}

/** A thread is readable where any of its areas is. */
export function mayReadThread(actor: Actor, areas: readonly AreaForPolicy[]): Verdict {
  const verdicts = areas.map((area) => mayReadArea(actor, area));
  return verdicts.find((verdict) => verdict.allowed) ?? verdicts[0] ?? deny('not-placed');
}

/** Readers never write, nor does anybody for an organisation that is suspended or has left. */
export function mayWrite(actor: Actor): Verdict {
  if (actor.kind !== 'member' || !actsAs(actor, ...writingRoles)) return deny('readers-do-not-write');
  return actor.seat.organization.writes ? allow : deny('organization-reads-only');
}

/** Readers never write; officers write where they are admitted to read. */
export function mayWriteInArea(actor: Actor, area: AreaForPolicy): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  const reading = mayReadArea(actor, area);
  if (!reading.allowed) return reading;
  const writing = mayWrite(actor);
  if (!writing.allowed) return writing;
  if (area.postingRule === 'coordinators' && !actsAs(actor, 'coordinator')) return deny('coordinators-only');
  return allow;
}

/** Areas are few and for good: the secretariat or the command line opens them. */
export function mayAddArea(actor: Actor): Verdict {
  return actor.kind === 'system' || actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}

/** The coordinator keeps order where they may read; nowhere else, since an audience is a promise. */
export function mayModerate(actor: Actor, thread: { areas: readonly AreaForPolicy[] }): Verdict {
  if (actor.kind === 'anonymous') return deny('sign-in');
  const reading = mayReadThread(actor, thread.areas);
  if (!reading.allowed) return reading;
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}

/** Reading, following, muting, thanking and reporting are for every person who may read; only a person has read something. */
export function mayTakePart(actor: Actor, thread: { areas: readonly AreaForPolicy[] }): Verdict {
  return actor.kind === 'member' ? mayReadThread(actor, thread.areas) : deny('sign-in');
}

/** Thanking for a post and reporting it: everyone who reads it but its author, as long as it shows. */
export function mayReactTo(
  actor: Actor,
  post: { authorId: string; removal: object | null; thread: { areas: readonly AreaForPolicy[] } },
): Verdict {
  const taking = mayTakePart(actor, post.thread);
  if (!taking.allowed || actor.kind !== 'member') return taking;
  if (actor.personId === post.authorId) return deny('own-post');
  return post.removal ? deny('post-removed') : allow;
}

/** Who worked with somebody takes over what they left: the referent, for the own organisation. */
export function mayHandOver(actor: Actor, organizationId: string): Verdict {
  if (actor.kind !== 'member') return deny('sign-in');
  if (!actsAs(actor, 'referent')) return deny('referents-hand-over');
  return actor.seat.organization.id === organizationId ? allow : deny('other-organization');
}
