// A contact as the file a browser hands to the address book.
import type { Card } from '@/lib/people/vcards/model';
import { writeVcard } from '@/lib/people/vcards/write-vcard';
import { contentDisposition } from './content-disposition';

/** Depends on who asks, so nobody keeps it for others. */
export function vcardAnswer(card: Card, name: string): Response {
  return new Response(writeVcard(card), {
    headers: {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': contentDisposition(`${name}.vcf`, 'text/vcard'),
      'cache-control': 'private, no-store',
    },
  });
}
