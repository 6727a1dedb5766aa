// Leaving and merging: what is typed of it.
import { z } from 'zod';
import { organizationIdInput } from '../model';

export const withdrawalInput = z.object({ organizationId: organizationIdInput });

/** Ends the memberships whose notice is over. */
export const endDueTask = 'membership.end-due';
