// The gate of the pages that exist only where the project runs on its own demonstration world.
import { notFound } from 'next/navigation';
import { env } from '@/lib/env';

/** Answers 404 where a real database is configured. */
export function demandEmbedded(): void {
  if (!env().embedded) notFound();
}
