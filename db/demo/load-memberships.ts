// The adhesions of the demonstration world: acts and their steps, as invented for the communes of the founding letter.
import { eq } from 'drizzle-orm';
import type { Database } from '../client';
import { agreement, application, membershipStep, organization, person, resolution } from '../schema';
import type { MembershipDeed, MembershipState, Organ } from '../words';
import memberships from './memberships.json';

type Act = {
  organ: Organ;
  number: string;
  year: number;
  sessionOn: string;
  subject: string;
  immediate: boolean;
  publishedFrom: string | null;
  publishedTo: string | null;
  enforceableOn: string | null;
  protocolNumber: string | null;
  protocolOn: string | null;
  registerUrl: string | null;
};
type Step = {
  deed: MembershipDeed;
  state: MembershipState;
  takenOn: string;
  /** Which of the acts. */
  act?: number;
  termOn?: string;
  by?: string;
};
type History = { organization: string; acts: Act[]; steps: Step[] };

/** Who stands half-way: an act was filed and waits to be examined. */
const applicant = {
  slug: 'limbiate',
  email: 'servizi.sociali@comune-limbiate.example',
  referent: 'Monica Ferrarese',
};

/** Safe to call again: a history that is there stays as it is. */
export async function loadMemberships(tx: Database): Promise<void> {
  const [there] = await tx.select({ id: agreement.id }).from(agreement).limit(1);
  if (there) return;
  await tx.insert(agreement).values(memberships.agreement);
  const people = await tx.select({ id: person.id, name: person.name }).from(person);
  const personIds = new Map(people.map(({ id, name }) => [name, id]));
  for (const history of memberships.histories as History[]) await loadHistory(tx, history, personIds);
}

async function loadHistory(tx: Database, history: History, personIds: Map<string, string>): Promise<void> {
  const [held] = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.slug, history.organization));
  if (!held)
    throw new Error(`the demonstration world has a history for "${history.organization}" and no such body`);
  const organizationId = held.id;
  const written =
    history.acts.length > 0
      ? await tx
          .insert(resolution)
          .values(history.acts.map((act) => ({ ...act, organizationId })))
          .returning({ id: resolution.id })
      : [];
  const applicationId =
    history.organization === applicant.slug
      ? await loadApplication(tx, organizationId, written.at(-1)?.id ?? null, history.steps)
      : null;
  await tx.insert(membershipStep).values(
    history.steps.map(({ deed, state, takenOn, act, termOn, by }, index) => ({
      ...{ organizationId, number: index + 1, deed, state, takenOn, termOn },
      takenAt: morningOf(takenOn),
      resolutionId: act === undefined ? null : (written[act]?.id ?? null),
      personId: by ? (personIds.get(by) ?? null) : null,
      applicationId: deed === 'request' || deed === 'file' ? applicationId : null,
    })),
  );
}

async function loadApplication(
  tx: Database,
  organizationId: string,
  resolutionId: string | null,
  steps: readonly Step[],
): Promise<string | null> {
  const begun = steps.find(({ deed }) => deed === 'request')?.takenOn ?? '';
  const sent = steps.findLast(({ deed }) => deed === 'file')?.takenOn ?? begun;
  const contact = {
    contactName: applicant.referent,
    contactOffice: 'Servizi sociali',
    organ: 'giunta' as const,
  };
  const [made] = await tx
    .insert(application)
    .values({
      ...{ organizationId, purpose: 'join', email: applicant.email, resolutionId, ...contact },
      ...{ referentName: applicant.referent, referentEmail: 'monica.ferrarese@comune-limbiate.example' },
      ...{ openedAt: morningOf(begun), changedAt: morningOf(sent), sentAt: morningOf(sent) },
    })
    .returning({ id: application.id });
  return made?.id ?? null;
}

function morningOf(day: string): Date {
  return new Date(`${day}T09:00:00Z`);
}
