// How a held mail is decided on.
import { z } from 'zod';
import { reasonInput } from '@/lib/forum/model';

const mailId = z.uuid({ error: 'no-such-mail' });

export const releaseInput = z.object({ mailId });
export const refuseInput = z.object({ mailId, reason: reasonInput });
export const replayInput = z.object({ mailId });

/** What is in the forum, or on its way to be looked at, is not looked at again. */
const replayable: readonly string[] = ['held', 'refused', 'duplicate', 'automatic', 'bounce', 'broken'];

/** Whether a mail of this outcome may be looked at again. */
export function mayBeReplayed(outcome: string): boolean {
  return replayable.includes(outcome);
}

/** Reasons for which whoever seems to have written a held mail may not have: nobody is answered. */
const doubtful: readonly string[] = ['spoofed', 'pec-mismatch', 'automatic-subject', 'foreign-list'];

/** Whether the writer is told of a refusal. @param reason for which the mail was held */
export function isAnswered(reason: string | null): boolean {
  return reason !== null && !doubtful.includes(reason);
}
