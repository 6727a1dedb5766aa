// A commune or institution wants to know more: nothing is written before its address is confirmed.
import type { Locale } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { confirmationLifetime, interestInput } from './model';
import { sendConfirmation } from './send-confirmation';

/** @throws Refusal `invalid`, `too-many` */
export async function expressInterest(ctx: Context, input: unknown, locale: Locale): Promise<void> {
  const { website, clientAddress, ...interest } = parseInput(interestInput, input);
  const until = ctx.now.getTime() + confirmationLifetime;
  await sendConfirmation(
    ctx,
    { for: 'interest', ...interest, locale, until },
    { clientAddress, isProgram: website !== '' },
  );
}
