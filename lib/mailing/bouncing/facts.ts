// What is announced of addresses: ids only.
import type { Fact } from '@/lib/platform/jobs/announce';

/** Mail is sent to an address again. */
export function addressResumed(stopId: string): Fact {
  return { name: 'mailing.address.resumed', version: 1, stopId };
}
