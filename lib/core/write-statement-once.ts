// SQL that is asked at every page is written once: writing it anew costs more than reading what it finds.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Actor, Member } from './actor';
import type { Context } from './context';

type Asking = Pick<Context, 'db' | 'actor'>;

/**
 * Keeps what `write` made, for each database (or transaction), kind of actor and `shape`. `write` is given an actor in
 * which the names of what differs between persons stand for its values; whoever executes it passes `valuesOf`.
 * Roles and kinds of organisations are the actor's own, because they decide how the SQL reads.
 */
export function writeStatementOnce<Statement, Shape = undefined>(
  write: (asking: Asking, shape: Shape) => Statement,
): (asking: Asking, ...shape: Shape extends undefined ? [] : [Shape]) => Statement {
  const written = new WeakMap<Database, Map<string, Statement>>();
  return ({ db, actor }, ...[shape]) => {
    const key = JSON.stringify([kindOf(actor), shape]);
    const ofDatabase = written.get(db) ?? new Map<string, Statement>();
    const statement = ofDatabase.get(key) ?? write({ db, actor: withNames(actor) }, shape as Shape);
    written.set(db, ofDatabase.set(key, statement));
    return statement;
  };
}

/** What stands for the names of `writeStatementOnce`. */
export function valuesOf(actor: Actor): Record<string, string> {
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
  const seat = {
    ...{ id: '', role },
    organization: { id: nameOf('organization'), slug: '', name: '', kind: organization.kind },
  };
  return { kind: 'member', personId: nameOf('person'), name: '', locale: null, seat, seats: [] } as Member;
}

/** Drizzle takes a name wherever it takes a value. */
function nameOf(value: string): string {
  return sql.placeholder(value) as unknown as string;
}
