// Pages that exist only beside the embedded database: the local post and the bricks.
import { notFound } from 'next/navigation';
import { env } from '@/lib/env';

/** With a database of one's own these pages are not there at all. */
export function demandEmbedded(): void {
  if (!env().embedded) notFound();
}
