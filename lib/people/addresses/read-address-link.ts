// Whether a link to a new address is the acting person's own, whole, and not too old.
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demandSelf } from '../demand-self';
import { type AddressChange, addressLinkInput } from './model';
import { sealAddress } from './seal-address';

/** Reads only: the page behind the link asks it too. @throws Refusal `not-allowed`, `invalid`, `gone` (`link-expired`) */
export function readAddressLink(by: Context, input: unknown): AddressChange {
  const { email, until, seal } = parseInput(addressLinkInput, input);
  const change = { personId: demandSelf(by).personId, email, until };
  if (until <= by.now.getTime() || !isSame(seal, sealAddress(change)))
    throw new Refusal('gone', 'link-expired');
  return change;
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
