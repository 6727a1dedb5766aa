// What was done to a person's second factor, told by the worker.
import type { Context } from '@/lib/core/context';
import { announce } from '@/lib/platform/jobs/announce';
import type { FactorEvent } from './model';

/** In the deed's transaction. */
export async function announceFactor({ db }: Context, personId: string, event: FactorEvent): Promise<void> {
  await announce(db, { name: 'auth.second-factor.changed', version: 1, personId, event });
}
