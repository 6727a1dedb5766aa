// SQL that is asked at every page is written once: writing it anew costs more than reading what it finds.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Actor, Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';

type Asking = Pick<Context, 'db' | 'actor'>;
type Values = Record<string, unknown>;
type Statement<Rows> = { execute: (values: Values) => Promise<Rows> };

/**
 * Keeps what `write` made, for each database (or transaction), kind of actor and `shape`. `write` is given an actor in
 * which the names of what differs between persons stand for its values; roles and kinds of organisations are the
 * actor's own, because they decide how the SQL reads.
 * @returns asks with the actor's own values and the given ones
 */
export function writeStatementOnce<Rows, Shape = undefined>(
  write: (asking: Asking, shape: Shape) => Statement<Rows>,
): (asking: Asking, values: Values, ...shape: Shape extends undefined ? [] : [Shape]) => Promise<Rows> {
  const written = new WeakMap<Database, Map<string, Statement<Rows>>>();
  return ({ db, actor }, values, ...[shape]) => {
    const key = JSON.stringify([kindOf(actor), shape]);
    const ofDatabase = written.get(db) ?? new Map<string, Statement<Rows>>();
    const statement = ofDatabase.get(key) ?? write({ db, actor: withNames(actor) }, shape as Shape);
    written.set(db, ofDatabase.set(key, statement));
    return statement.execute({ ...valuesOf(actor), ...values });
  };
}

function valuesOf(actor: Actor): Values {
  if (actor.kind !== 'member') return {};
  return { person: actor.personId, organization: actor.seat.organization.id };
}

function kindOf(actor: Actor): string[] {
  return actor.kind === 'member' ? [actor.seat.role, actor.seat.organization.kind] : [actor.kind];
}

/** Whatever else is asked of such an actor is nobody's: a statement cannot hold a person's words by mistake. */
function withNames(actor: Actor): Actor {
  if (actor.kind !== 'member') return actor;
  const { role, organization } = actor.seat;
  const named = { id: nameOf('organization'), slug: '', name: '', kind: organization.kind, writes: true };
  const seat = { id: '', role, organization: named };
  return {
    kind: 'member',
    personId: nameOf('person'),
    name: '',
    locale: null,
    seat,
    seats: [],
  } satisfies Member;
}

/** Drizzle takes a name wherever it takes a value. */
function nameOf(value: string): string {
  return sql.placeholder(value) as unknown as string;
}
