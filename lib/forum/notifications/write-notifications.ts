// Writes what persons are told of one fact: one row each, however often the reaction runs.
import { notification } from '@/db/schema';
import type { NotificationKind } from '@/db/words';
import type { Context } from '@/lib/core/context';

export type Told = { personId: string; kind: NotificationKind; hasRead?: boolean };

/** @param fact `<fact>:<id>`, the same in every run */
export async function writeNotifications(
  { db, now }: Context,
  fact: string,
  about: { threadId: string; postId: string },
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return;
  await db
    .insert(notification)
    .values(
      told.map(({ personId, kind, hasRead }) => ({
        ...{ fact, personId, kind, ...about, createdAt: now },
        readAt: hasRead ? now : null,
      })),
    )
    .onConflictDoNothing();
}
