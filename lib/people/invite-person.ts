// Gives a person a seat at an organisation and tells them so: the only way into Raccordo.
import { and, eq, isNull } from 'drizzle-orm';
import { address, leadMandate, organization, person, seat } from '@/db/schema';
import type { Role } from '@/lib/core/actor';
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

export type Invitation = { personId: string; seatId: string; isNewPerson: boolean; isNewSeat: boolean };

type Known = { personId: string | null; kind: 'personal' | 'office' | 'pec' } | undefined;

/**
 * An address that is known already keeps its person: a former writer of the archive gets an account, a colleague a
 * further seat. Inviting again sends the invitation again and changes nothing else.
 * @throws Refusal `invalid`, `not-found` (organisation), `not-allowed`, `conflict` (an office or certified address)
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
    const { seatId, isNewSeat } = await openSeat(tx, personId, organizationId, role);
    await announce(db, personInvited(seatId));
    await record(tx, { act: 'people.invite-person', subject: `seat:${seatId}`, detail: { role } });
    return { personId, seatId, isNewPerson: !known?.personId, isNewSeat };
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

async function openSeat(
  { db, now }: Context,
  personId: string,
  organizationId: string,
  role: Role,
): Promise<{ seatId: string; isNewSeat: boolean }> {
  const [opened] = await db
    .insert(seat)
    .values({ personId, organizationId, role, startedAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: seat.id });
  if (opened) return { seatId: opened.id, isNewSeat: true };
  const same = [eq(seat.personId, personId), eq(seat.organizationId, organizationId), eq(seat.role, role)];
  const [held] = await db
    .select({ id: seat.id })
    .from(seat)
    .where(and(...same, isNull(seat.endedAt)));
  if (!held) throw new Refusal('conflict', 'seat-not-found');
  return { seatId: held.id, isNewSeat: false };
}
