// Gives a person a seat at an organisation and tells them so: the only way into Raccordo.
import { and, eq, isNull } from 'drizzle-orm';
import { address, leadMandate, organization, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { personInvited } from './facts';
import { invitationInput, nameFromEmail } from './model';
import { mayInvite } from './policy';
import { offerSeat } from './seats/offer-seat';

/** `isHeld`: the seat was accepted before; nothing is sent. */
export type Invitation = {
  personId: string;
  seatId: string;
  isNewPerson: boolean;
  isNewSeat: boolean;
  isHeld: boolean;
};

type Known = { personId: string | null; kind: 'personal' | 'office' | 'pec' } | undefined;

/**
 * An address that is known already keeps its person: a former writer of the archive gets an account, a colleague a
 * further seat. Inviting again sends the invitation again and gives it thirty new days.
 * @throws Refusal `invalid`, `not-found` (organisation), `not-allowed`, `conflict` (an office or certified address,
 * `seats-full`)
 */
export async function invitePerson(ctx: Context, input: unknown): Promise<Invitation> {
  const { email, organization: slug, role, name } = parseInput(invitationInput, input);
  const organizationId = await findOrganizationId(ctx, slug);
  demand(mayInvite(ctx.actor, organizationId, role));
  if (role === 'coordinator' && !(await isLead(ctx, organizationId))) {
    throw new Refusal('conflict', 'coordinators-at-lead-body', 'role');
  }
  const known = await findAddress(ctx, email);
  if (known && known.kind !== 'personal') throw new Refusal('conflict', 'address-is-shared', 'email');
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const personId = known?.personId ?? newId();
    await writePerson(tx, personId, email, name, known);
    const offered = await offerSeat(tx, { personId, organizationId, role });
    if (!offered.isHeld) {
      await announce(db, personInvited(offered.seatId));
      await record(tx, { act: 'people.invite-person', subject: `seat:${offered.seatId}`, detail: { role } });
    }
    return { personId, isNewPerson: !known?.personId, ...offered };
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

/** A person's own `email` counts as an address even where the archive named it without a row of its own. */
async function findAddress(ctx: Context, email: string): Promise<Known> {
  const [row] = await ctx.db
    .select({ personId: address.personId, kind: address.kind })
    .from(address)
    .where(eq(address.email, email));
  if (row?.personId || (row && row.kind !== 'personal')) return row;
  const [writer] = await ctx.db.select({ id: person.id }).from(person).where(eq(person.email, email));
  return writer ? { personId: writer.id, kind: 'personal' } : row;
}

async function writePerson(
  { db, now }: Context,
  personId: string,
  email: string,
  name: string | undefined,
  known: Known,
): Promise<void> {
  if (known?.personId) {
    const named = name ? { name } : {};
    await db
      .update(person)
      .set({ hasAccount: true, ...named })
      .where(and(eq(person.id, personId), eq(person.hasAccount, false)));
  } else {
    const values = { id: personId, name: name ?? nameFromEmail(email), email, hasAccount: true };
    await db.insert(person).values({ ...values, createdAt: now });
  }
  await db
    .insert(address)
    .values({ email, kind: 'personal', personId, createdAt: now })
    .onConflictDoUpdate({ target: address.email, set: { personId } });
}
