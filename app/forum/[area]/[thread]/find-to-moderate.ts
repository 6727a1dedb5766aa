// The thread a moderator is about to change, for the pages on which that is asked.
import type { MemberContext } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import type { ThreadView } from '@/lib/forum/model';
import { mayModerate } from '@/lib/forum/policy';
import { demandMember } from '@/lib/web/gate';
import { readPage } from '@/lib/web/read-page';
import { readThread } from './read-thread';

export type ThreadParams = Promise<{ area: string; thread: string }>;

/** @param page the last part of the address */
export async function findToModerate(
  params: ThreadParams,
  page: 'dividi' | 'unisci',
): Promise<{ ctx: MemberContext; thread: ThreadView; path: string }> {
  const { area, thread: part } = await params;
  const path = `/forum/${area}/${part}/${page}`;
  const ctx = await demandMember(path);
  const thread = await readThread(path, part);
  await readPage(path, async () => demand(mayModerate(ctx.actor, { areas: thread.policyAreas })));
  return { ctx, thread, path };
}
