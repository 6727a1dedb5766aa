// Sends the act on: the application is examined from now on, or the notice of a withdrawal begins to run.
import { and, count, eq, gt } from 'drizzle-orm';
import { application, resolutionFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { isoDay } from '@/lib/core/time';
import { closeApplication } from '../close-application';
import type { OpenApplication } from '../find-open-application';
import { daysAfter } from '../model';
import { findAgreement } from '../queries';
import { writeStep } from '../write-step';
import { type ActPlace, findWritable } from './find-writable';

/** @throws Refusal as `findWritable` and `writeStep`; `invalid` (`contact-missing`, `act-missing`, `act-file-missing`, `act-file-same`) */
export async function sendAct(ctx: Context, place: ActPlace): Promise<void> {
  const found = await findWritable(ctx, place);
  const { id: applicationId, organizationId, purpose } = found;
  if (purpose === 'join' && !found.referentEmail) throw new Refusal('invalid', 'contact-missing');
  if (!found.resolutionId) throw new Refusal('invalid', 'act-missing');
  await demandFiles(ctx, found);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const step = { organizationId, applicationId, resolutionId: found.resolutionId };
    if (purpose === 'join') await writeStep(tx, { ...step, deed: 'file', hasLink: true });
    else await writeStep(tx, { ...step, deed: 'withdraw', termOn: await endOfNotice(tx) });
    await db
      .update(application)
      .set({ sentAt: ctx.now, changedAt: ctx.now })
      .where(eq(application.id, applicationId));
    if (purpose === 'withdraw') await closeApplication(tx, applicationId);
  });
}

/** The act itself the first time; something new each time more was asked for. */
async function demandFiles({ db }: Context, { resolutionId, sentAt }: OpenApplication): Promise<void> {
  const all = eq(resolutionFile.resolutionId, resolutionId ?? '');
  const [there] = await db
    .select({ files: count() })
    .from(resolutionFile)
    .where(sentAt ? and(all, gt(resolutionFile.createdAt, sentAt)) : all);
  if ((there?.files ?? 0) === 0)
    throw new Refusal('invalid', sentAt ? 'act-file-same' : 'act-file-missing', 'file');
}

/** As the pact says that holds today. @returns ISO day on which the withdrawal takes effect */
async function endOfNotice(ctx: Context): Promise<string> {
  return daysAfter(isoDay(ctx.now), (await findAgreement(ctx)).noticeDays);
}
