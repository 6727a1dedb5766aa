// Admits an organisation: from this day it belongs to the network, and the proposed referent is invited.
import { eq } from 'drizzle-orm';
import { organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { invitePerson } from '@/lib/people/invite-person';
import { closeApplication } from '../close-application';
import { findOpenApplication } from '../find-open-application';
import { maySecond } from '../policy';
import { writeStep } from '../write-step';
import { findSettings } from './find-settings';
import { findVerifier } from './find-verifier';
import { admitInput } from './model';

/**
 * One transaction (docs/architecture.md): the step that cites the act, the referent's invitation, the record, the fact. What
 * follows from it, mails and what a new member follows, are reactions.
 * @throws Refusal as `writeStep` and `invitePerson`; `not-allowed` (`four-eyes`)
 */
export async function admit(ctx: Context, input: unknown): Promise<void> {
  const { organizationId, takenOn } = parseInput(admitInput, input);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const open = await findOpenApplication(tx, organizationId);
    const joining = open?.purpose === 'join' ? open : null;
    await writeStep(tx, {
      ...{ organizationId, deed: 'admit', takenOn },
      applicationId: joining?.id ?? null,
      resolutionId: joining?.resolutionId ?? null,
    });
    const { fourEyes } = await findSettings(tx);
    demand(maySecond(ctx.actor, await findVerifier(tx, organizationId), fourEyes));
    if (!joining) return;
    await closeApplication(tx, joining.id);
    if (joining.referentEmail)
      await inviteReferent(tx, organizationId, joining.referentEmail, joining.referentName);
  });
}

/** Whoever holds the seat already, as after a return, needs no invitation. */
async function inviteReferent(tx: Context, organizationId: string, email: string, name: string | null) {
  const [held] = await tx.db
    .select({ slug: organization.slug })
    .from(organization)
    .where(eq(organization.id, organizationId));
  const invited = { email, organization: held?.slug, role: 'referent', ...(name ? { name } : {}) };
  await invitePerson(tx, invited).catch((error) => {
    if (!(error instanceof Refusal) || error.reason !== 'already-in-seat') throw error;
  });
}
