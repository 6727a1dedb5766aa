// Takes a step that needs nothing but a reason or a term: asking, refusing, verifying, suspending, ending and the like.
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { isoDay } from '@/lib/core/time';
import { closeApplication } from './close-application';
import { findOpenApplication } from './find-open-application';
import { isMember, stepInput, stepRules } from './model';
import { type WrittenStep, writeStep } from './write-step';

/**
 * A refusal and a lapse close the application; so does the end of a membership.
 * @throws Refusal as `writeStep`, and `invalid` (`reason-missing`, `term-missing`, `term-past`)
 */
export async function takeStep(ctx: Context, input: unknown): Promise<WrittenStep> {
  const { organizationId, deed, reason, termOn, takenOn } = parseInput(stepInput, input);
  const rule = stepRules[deed];
  if (rule.reason && !reason) throw new Refusal('invalid', 'reason-missing', 'reason');
  if (rule.term && !termOn) throw new Refusal('invalid', 'term-missing', 'termOn');
  if (rule.term && termOn && termOn <= isoDay(ctx.now)) throw new Refusal('invalid', 'term-past', 'termOn');
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const open = await findOpenApplication(tx, organizationId);
    const joining = open?.purpose === 'join' ? open : null;
    const written = await writeStep(tx, {
      ...{ organizationId, deed, reason, takenOn },
      termOn: rule.term ? termOn : null,
      applicationId: isMember(rule.to) ? null : (joining?.id ?? null),
      resolutionId: deed === 'verify' || deed === 'sign' ? (joining?.resolutionId ?? null) : null,
    });
    if (open && closing.includes(deed)) await closeApplication(tx, open.id);
    return written;
  });
}

const closing: readonly string[] = ['refuse', 'lapse', 'end'];
