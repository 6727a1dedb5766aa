// What is left by those who no longer act for an organisation, and how it is handed to a colleague.
import { z } from 'zod';

/** Somebody who left with something of theirs still open: threads they asked, drafts they had not sent. */
export type Leaver = { id: string; name: string; threads: number; drafts: number };

export type HandedOver = Pick<Leaver, 'threads' | 'drafts'>;

export const handOverInput = z.object({
  fromPersonId: z.uuid({ error: 'person-not-found' }),
  toPersonId: z.uuid({ error: 'person-not-found' }),
});
