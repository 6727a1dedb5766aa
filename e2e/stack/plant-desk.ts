// A thread in which the journeys of one file write.
import type { Database } from '@/db/client';
import { type Planted, plantThread } from '@/lib/testing/threads';
import type { World } from '@/lib/testing/world';

/** Older than all others, so that lists of the new do not show it. */
export function plantDesk(db: Database, { actors, areas }: World, title: string): Promise<Planted> {
  const { matteo, rita, piero } = actors;
  const at = new Date('2026-09-01T07:00:00Z');
  return plantThread(db, {
    ...{ areas: [areas.operatori], title, author: matteo },
    posts: [
      { author: matteo, text: 'Buongiorno, l’attestazione di idoneità ha una scadenza?', at },
      { author: rita, text: 'Da noi vale sei mesi, poi chiediamo una dichiarazione.', at },
      { author: piero, text: 'Per il nulla osta guardiamo la data di rilascio.', at },
    ],
  });
}
