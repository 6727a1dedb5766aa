// All that can be found, room by room: a room that can be searched adds its source here.
import { forumSource } from '@/lib/forum/search';
import { organizationSource, personSource } from '@/lib/people/search';
import type { DocumentSource } from '@/lib/platform/search/document';

/** Reserved cases never stand here: a wall sees to it. */
export function listSources(): DocumentSource[] {
  return [organizationSource, personSource, forumSource];
}
