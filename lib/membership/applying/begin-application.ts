// Somebody wants to join for a commune: nothing is written, a link to confirm the address goes out by mail.
import type { Locale } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { findCommune } from '@/lib/registry/queries';
import { findOrganizationOf } from './find-organization-of';
import { beginInput, confirmationLifetime } from './model';
import { sendConfirmation } from './send-confirmation';

/**
 * @throws Refusal `invalid`, `too-many`, `conflict` (`commune-is-member`: where it is inside already, its referent invites)
 */
export async function beginApplication(ctx: Context, input: unknown, locale: Locale): Promise<void> {
  const { communeId, email, website, clientAddress } = parseInput(beginInput, input);
  const commune = await findCommune(ctx, communeId);
  const known = await findOrganizationOf(ctx, commune);
  if (known?.status === 'member' || known?.status === 'suspended')
    throw new Refusal('conflict', 'commune-is-member', 'communeId');
  const until = ctx.now.getTime() + confirmationLifetime;
  const link = { for: 'application' as const, communeId, communeName: commune.name, email, locale, until };
  await sendConfirmation(ctx, link, { clientAddress, isProgram: website !== '' });
}
