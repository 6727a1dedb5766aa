// Has the link that confirms an address sent, within limits; what it carries is sealed, so that nothing readable waits.
import { countAttempt, type Limit } from '@/lib/auth/count-attempt';
import type { Context } from '@/lib/core/context';
import { seal } from '@/lib/core/seal';
import { env } from '@/lib/env';
import { addJob } from '@/lib/platform/jobs/add-job';
import { confirmationTask, linkPurpose, type SealedLink } from './model';

const hour = 3_600_000;
const perAddress: Limit = {
  name: 'adhesion-address',
  hits: 5,
  window: hour,
  reason: 'too-many-confirmations',
};
const perClient: Limit = {
  name: 'adhesion-client',
  hits: 20,
  window: hour,
  reason: 'too-many-confirmations',
};
const attempts = 5;

/** A program that filled the hidden field gets the answer a person gets, and no mail. @throws Refusal `too-many` */
export async function sendConfirmation(
  ctx: Context,
  link: SealedLink,
  { clientAddress, isProgram }: { clientAddress: string; isProgram: boolean },
): Promise<void> {
  await countAttempt(ctx, perClient, clientAddress);
  await countAttempt(ctx, perAddress, link.email);
  if (isProgram) return;
  const sealed = seal(JSON.stringify(link), linkPurpose, env().authSecret);
  await addJob(ctx.db, confirmationTask, { link: sealed }, { attempts });
}
