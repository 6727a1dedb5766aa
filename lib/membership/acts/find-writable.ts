// The application whose act is being written: by the word of its link, or by the organisation for its own people.
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { findByWord } from '../applying/find-by-word';
import { isOpenToApplicant } from '../applying/model';
import { findOpenApplication, type OpenApplication } from '../find-open-application';
import { findState } from '../find-state';
import { mayTakeStep } from '../policy';

/** An applicant has a word; a member's withdrawal is written at the organisation. */
export type ActPlace = { word: string } | { organizationId: string };

/**
 * @throws Refusal `not-found`, `not-allowed`, `gone` (`application-link-expired`, `application-closed`), `conflict`
 * (`application-sent`: it is being examined and nothing is asked for)
 */
export async function findWritable(ctx: Context, place: ActPlace): Promise<OpenApplication> {
  if ('word' in place) {
    const found = await findByWord(ctx, place.word);
    if (found.closedAt) throw new Refusal('gone', 'application-closed');
    const state = await findState(ctx, found.organizationId);
    if (!isOpenToApplicant(state)) throw new Refusal('conflict', 'application-sent');
    return found;
  }
  const { organizationId } = place;
  const state = await findState(ctx, organizationId);
  demand(mayTakeStep(ctx.actor, 'withdraw', { organizationId, state }));
  const found = await findOpenApplication(ctx, organizationId);
  if (found?.purpose !== 'withdraw') throw new Refusal('not-found', 'application-unknown');
  return found;
}
