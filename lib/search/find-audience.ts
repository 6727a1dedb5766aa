// Whose texts a searcher may find: the keys that documents carry for their readers. Asked anew each time, so that what an
// area's audience becomes counts at once.
import type { Context } from '@/lib/core/context';
import { mayReadPeople } from '@/lib/people/policy';
import { listReadableAreas, type ReadableArea } from './queries';

export type Audience = { readers: string[]; areas: ReadableArea[] };

/** The same areas as `visibleTo`, persons for whoever `mayReadPeople`, organisations for all. */
export async function findAudience(ctx: Context): Promise<Audience> {
  const areas = await listReadableAreas(ctx);
  const people = mayReadPeople(ctx.actor).allowed ? ['members'] : [];
  return { areas, readers: ['public', ...people, ...areas.map(({ id }) => `area:${id}`)] };
}
