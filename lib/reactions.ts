// When this happens, then these things follow: the one table of the house. Each reaction re-reads by id, may run twice
// safely, and is tried again when it fails.
import { tellInvited } from '@/lib/people/notices';
import type { ReactionTable } from '@/lib/platform/jobs/fact-tasks';

export const reactions: ReactionTable = {
  'people.person.invited': { 'tell-invited': tellInvited },
};
