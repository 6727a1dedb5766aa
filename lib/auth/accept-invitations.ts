// Whoever signs in accepts what they were invited to: a seat that ended with its invitation stays from now on.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';

/** What was revoked or has expired is not accepted any more. */
export async function acceptInvitations({ db, now }: Context, personId: string): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with accepted as (
      update invitation i set accepted_at = ${moment} from seat s
      where s.id = i.seat_id and s.person_id = ${personId} and i.accepted_at is null and i.revoked_at is null
        and i.expires_at > ${moment}
      returning i.seat_id)
    update seat set ended_at = null where id in (select seat_id from accepted)`);
}
