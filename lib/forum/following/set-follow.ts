// Sets what the acting person wants of a thread; null is what everyone begins with.
import type { FollowState } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { findHeldThread } from '../find-held-thread';
import { threadInput } from '../model';
import { mayTakePart } from '../policy';
import { writeFollow } from './write-follow';

export async function setFollow(by: Context, input: unknown, state: FollowState | null): Promise<void> {
  const { threadId } = parseInput(threadInput, input);
  const { personId } = memberOf(by.actor);
  demand(mayTakePart(by.actor, await findHeldThread(by, threadId)));
  await writeFollow(by, { personId, threadId, state });
}
