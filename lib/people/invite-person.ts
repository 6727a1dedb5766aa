// Offers a person a seat at an organisation and tells them so: the only way into Raccordo.
import { and, eq, isNull } from 'drizzle-orm';
import { leadMandate, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personInvited } from './facts';
import { invitationInput } from './model';
import { personAt } from './person-at';
import { mayInvite } from './policy';
import { offerSeat } from './seats/offer-seat';

export type Invitation = { personId: string; seatId: string; isNewPerson: boolean; isNewSeat: boolean };

/**
 * An address that is known already keeps its person: a former writer of the archive gets an account, a colleague a
 * further seat. The seat is theirs for thirty days, and for good once they sign in; inviting again before that sends the
 * invitation again with thirty new days.
 * @throws Refusal `invalid`, `not-found` (organisation), `not-allowed`, `conflict`: an office or certified address, a
 *   seat held already (`already-in-seat`), all seats of the role taken (`seats-full`)
 */
export async function invitePerson(ctx: Context, input: unknown): Promise<Invitation> {
  const { email, organization: slug, role, name } = parseInput(invitationInput, input);
  const organizationId = await findOrganizationId(ctx, slug);
  demand(mayInvite(ctx.actor, organizationId, role));
  if (role === 'coordinator' && !(await isLead(ctx, organizationId))) {
    throw new Refusal('conflict', 'coordinators-at-lead-body', 'role');
  }
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { personId, isNewPerson } = await personAt(tx, email, name);
    const { seatId, isNewSeat } = await offerSeat(tx, { personId, organizationId, role });
    await announce(db, personInvited(seatId));
    await record(tx, { act: 'people.invite-person', subject: `seat:${seatId}`, detail: { role } });
    return { personId, seatId, isNewPerson, isNewSeat };
  });
}

/** The secretariat is the lead body's: its rights go with the mandate of today. */
async function isLead({ db }: Context, organizationId: string): Promise<boolean> {
  const [open] = await db
    .select({ id: leadMandate.id })
    .from(leadMandate)
    .where(and(eq(leadMandate.organizationId, organizationId), isNull(leadMandate.endedOn)));
  return open !== undefined;
}

async function findOrganizationId(ctx: Context, slug: string): Promise<string> {
  const [found] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.slug, slug));
  if (!found) throw new Refusal('not-found', 'organization-not-found', 'organization');
  return found.id;
}
