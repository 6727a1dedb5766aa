// What proves that a link was mailed to the address it names: nobody without the site's secret can write it.
import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';
import type { AddressChange } from './model';

/** Bound to person, address and moment, so that a link is nobody else's and none for another address. */
export function sealAddress({ personId, email, until }: AddressChange): string {
  const said = JSON.stringify([personId, email, until]);
  return createHmac('sha256', `address:${env().authSecret}`).update(said).digest('base64url');
}
