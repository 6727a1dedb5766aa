// Whose rights are asked for a mail, and who signs it: a person, an office, or whoever a moderator let in.
import { eq } from 'drizzle-orm';
import { address, person } from '@/db/schema';
import type { Member, Seat } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import type { Arrival } from '@/lib/forum/writing/model';
import { findMember } from '@/lib/people/queries';
import type { MailAuthor } from '../judging/model';
import { type MailCase, officeName } from './model';

/** `author`: who signs where it is not the member. */
export type SigningMember = { member: Member; author: Arrival['author'] };

/** @returns null where the moderator who let it in no longer is one */
export async function signingMember(
  tx: Context,
  each: MailCase,
  author: MailAuthor,
): Promise<SigningMember | null> {
  if (author.kind === 'person') return { member: writerOf(each, author), author: null };
  if (author.kind === 'office') return officeOf(tx, each);
  const moderator = each.row.release?.personId
    ? await findMember(tx, each.row.release.personId, 'coordinator')
    : null;
  if (!moderator) return null;
  const personId = await outsider(tx, author);
  return { member: moderator, author: { personId, organizationId: author.organizationId } };
}

function writerOf(
  { known }: MailCase,
  { personId, seatId }: Extract<MailAuthor, { kind: 'person' }>,
): Member {
  const person = known.sender?.person;
  const seat = person?.seats.find(({ id }) => id === seatId);
  if (!person || person.id !== personId || !seat) throw new Refusal('not-allowed', 'seat-not-found');
  return { kind: 'member', personId, name: person.name, locale: person.locale, seat, seats: person.seats };
}

/** An office may what an operator may; it has a person of its own, which never signs in. */
async function officeOf(tx: Context, { known }: MailCase): Promise<SigningMember> {
  const office = known.sender?.office;
  if (!office) throw new Refusal('not-allowed', 'seat-not-found');
  const { hasLeft, ...held } = office;
  const organization = { ...held, writes: !hasLeft };
  const personId = await officePerson(tx, organization.id);
  const seat: Seat = { id: organization.id, role: 'operator', organization };
  const member: Member = { kind: 'member', personId, name: officeName, locale: null, seat, seats: [seat] };
  return { member, author: { personId, organizationId: organization.id } };
}

async function officePerson({ db, now }: Context, organizationId: string): Promise<string> {
  const row = { id: newId(), name: officeName, officeOfId: organizationId, createdAt: now };
  await db.insert(person).values(row).onConflictDoNothing();
  const [found] = await db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.officeOfId, organizationId));
  return found?.id ?? row.id;
}

/** Named as the mail names them, without an account: the next mail of theirs is held again. */
async function outsider(
  { db, now }: Context,
  { address: email, name }: Extract<MailAuthor, { kind: 'outsider' }>,
): Promise<string> {
  const [known] = await db.select({ id: person.id }).from(person).where(eq(person.email, email));
  if (known) return known.id;
  const [other] = await db.select({ id: address.personId }).from(address).where(eq(address.email, email));
  if (other?.id) return other.id;
  const id = newId();
  await db.insert(person).values({ id, name: name || (email.split('@')[0] ?? email), email, createdAt: now });
  return id;
}
