// Who may sign in with an address: someone invited, by a personal address, who still holds a seat.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Locale } from '@/lib/core/actor';

export type Invited = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly verifiedAt: Date | null;
  readonly locale: Locale | null;
};

/**
 * Office mailboxes and certified mail are several people's or nobody's: they find nothing here, just as strangers do.
 * @param email normalised
 */
export async function findInvited(db: Database, email: string, now: Date): Promise<Invited | null> {
  const moment = now.toISOString();
  const [row] = await db.execute<{
    id: string;
    name: string;
    email: string;
    verified: string | null;
    locale: Locale | null;
  }>(sql`
    select p.id, p.name, a.email, a.verified_at::text as verified, p.locale
    from address a join person p on p.id = a.person_id
    where a.email = ${email} and a.kind = 'personal' and p.has_account
      and exists (select 1 from seat s where s.person_id = p.id and s.started_at <= ${moment}::timestamptz
        and (s.ended_at is null or s.ended_at > ${moment}::timestamptz))`);
  if (!row) return null;
  const { id: personId, name, locale, verified } = row;
  return { personId, name, locale, email: row.email, verifiedAt: verified ? new Date(verified) : null };
}
