// Opens the link of a confirming mail.
import { Refusal } from '@/lib/core/refusal';
import { unseal } from '@/lib/core/seal';
import { env } from '@/lib/env';
import { linkPurpose, type SealedLink, sealedLink } from './model';

/** @throws Refusal `not-found` for what this site did not write, `gone` (`confirmation-expired`) after its time */
export function openLink(sealed: string, now: Date): SealedLink {
  const text = unseal(sealed, linkPurpose, env().authSecret);
  const link = text === null ? null : sealedLink.safeParse(JSON.parse(text));
  if (!link?.success) throw new Refusal('not-found', 'confirmation-unknown');
  if (link.data.until < now.getTime()) throw new Refusal('gone', 'confirmation-expired');
  return link.data;
}
