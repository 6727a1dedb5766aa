// What every deed and query is given: where to write, who asks, what time it is.
import type { Database } from '@/db/client';
import type { Actor, Member } from './actor';

/** `db` may be an outer transaction; `now` is given so that rules about time can be tested. */
export type Context = { readonly db: Database; readonly actor: Actor; readonly now: Date };

/** A context whose actor is known to be a person. */
export type MemberContext = Context & { readonly actor: Member };
