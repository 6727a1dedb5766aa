// From where a request comes: the front server decides which forwarded address counts and says so in one header.
import { headers } from 'next/headers';

/** Written by the front server, which drops any such header that comes from outside. */
const addressHeader = 'x-raccordo-address';

/** @returns an IP address, or `unknown` where no front server stands before */
export async function clientAddress(): Promise<string> {
  return (await headers()).get(addressHeader) ?? 'unknown';
}
