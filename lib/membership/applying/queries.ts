// An application as its holder and the secretariat read it.
import { desc, eq } from 'drizzle-orm';
import { application, membershipStep, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import type { OpenApplication } from '../find-open-application';
import { findState } from '../find-state';
import { mayReadHistory } from '../policy';
import { findByWord } from './find-by-word';
import type { ApplicationView } from './model';

/** @param word of its link @throws Refusal `not-found`, `gone` (`application-link-expired`) */
export async function findApplication(ctx: Context, word: string): Promise<ApplicationView> {
  return asView(ctx, await findByWord(ctx, word));
}

/** The last one an organisation has; null without any. @throws Refusal `not-allowed` */
export async function findApplicationOf(
  ctx: Context,
  organizationId: string,
): Promise<ApplicationView | null> {
  demand(mayReadHistory(ctx.actor, organizationId));
  const [last] = await ctx.db
    .select()
    .from(application)
    .where(eq(application.organizationId, organizationId))
    .orderBy(desc(application.openedAt))
    .limit(1);
  return last ? asView(ctx, last) : null;
}

async function asView(ctx: Context, row: OpenApplication): Promise<ApplicationView> {
  const { id, organizationId, purpose, email, act, resolutionId, openedAt, sentAt, closedAt } = row;
  const [held] = await ctx.db
    .select({ name: organization.name, slug: organization.slug, province: organization.province })
    .from(organization)
    .where(eq(organization.id, organizationId));
  if (!held) throw new Refusal('not-found', 'organization-not-found');
  const state = await findState(ctx, organizationId);
  return {
    ...{ id, organizationId, organization: held, purpose, email, state, act, resolutionId },
    ...{ openedAt, sentAt, closedAt },
    contact: {
      contactName: row.contactName ?? '',
      contactOffice: row.contactOffice ?? '',
      contactPhone: row.contactPhone ?? '',
      referentName: row.referentName ?? '',
      referentEmail: row.referentEmail ?? '',
      referentPhone: row.referentPhone ?? '',
      organ: row.organ ?? '',
    },
    asked: state === 'asked' && purpose === 'join' ? await findAsked(ctx, organizationId) : null,
  };
}

async function findAsked({ db }: Context, organizationId: string): Promise<ApplicationView['asked']> {
  const [last] = await db
    .select({ reason: membershipStep.reason, termOn: membershipStep.termOn })
    .from(membershipStep)
    .where(eq(membershipStep.organizationId, organizationId))
    .orderBy(desc(membershipStep.number))
    .limit(1);
  return { reason: last?.reason ?? '', termOn: last?.termOn ?? '' };
}
