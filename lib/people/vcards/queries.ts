// Contacts for other programs: what the page of an organisation shows the same reader.
import type { Role } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findOrganization } from '../queries';
import type { Card } from './model';

/**
 * Its mailboxes are for members.
 * @param page the address of its page, which stands for it
 * @throws Refusal `not-found`
 */
export async function findOrganizationCard(ctx: Context, slug: string, page: string): Promise<Card> {
  const { name, website, mailboxes } = await findOrganization(ctx, slug);
  const emails = (mailboxes ?? []).map(({ email }) => email);
  return {
    ...{ kind: 'org', uid: page, name, organization: name, emails },
    ...{ phone: null, role: null, url: website ?? page },
  };
}

/**
 * @param roleWords what a role is called where the contact is read
 * @throws Refusal `not-allowed` for whoever is not signed in, `not-found`
 */
export async function findPersonCard(
  ctx: Context,
  at: { slug: string; personId: string },
  roleWords: (role: Role) => string,
): Promise<Card> {
  const { name: organization, website, people } = await findOrganization(ctx, at.slug);
  if (people === null) throw new Refusal('not-allowed', 'sign-in');
  const found = people.find(({ id }) => id === at.personId);
  if (!found) throw new Refusal('not-found', 'person-not-found');
  const { id, name, email, phone, roles } = found;
  return {
    ...{ kind: 'individual', uid: `urn:uuid:${id}`, name, organization, emails: email ? [email] : [] },
    ...{ phone, role: roles.map(roleWords).join(', '), url: website },
  };
}
