// Every deed by which order is kept in the forum, with who may do it: rows of the table of authorization.test.ts.
import { lockThread } from '@/lib/forum/moderation/lock-thread';
import { moveThread } from '@/lib/forum/moderation/move-thread';
import { pinThread } from '@/lib/forum/moderation/pin-thread';
import { renameThread } from '@/lib/forum/moderation/rename-thread';
import { retagThread } from '@/lib/forum/moderation/retag-thread';
import { unlockThread } from '@/lib/forum/moderation/unlock-thread';
import { unpinThread } from '@/lib/forum/moderation/unpin-thread';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { splitThread } from '@/lib/forum/moves/split-thread';
import { dropSynonym } from '@/lib/forum/tags/drop-synonym';
import { joinTags } from '@/lib/forum/tags/join-tags';
import type { ForumRow, TestedRole } from './authorization';

export const moderators: TestedRole[] = ['coordinator'];
const reason = 'Per ordine';

export const orderRows: ForumRow[] = [
  [
    'moderation/lock-thread',
    'lock a thread',
    (ctx, { thread }) => lockThread(ctx, { threadId: thread, reason }),
    moderators,
  ],
  [
    'moderation/unlock-thread',
    'unlock a thread',
    (ctx, { thread }) => unlockThread(ctx, { threadId: thread, reason }),
    moderators,
  ],
  [
    'moderation/pin-thread',
    'pin a thread',
    (ctx, { thread }) => pinThread(ctx, { threadId: thread, reason }),
    moderators,
  ],
  [
    'moderation/unpin-thread',
    'unpin a thread',
    (ctx, { thread }) => unpinThread(ctx, { threadId: thread, reason }),
    moderators,
  ],
  [
    'moderation/move-thread',
    'move a thread',
    (ctx, { thread }) => moveThread(ctx, { threadId: thread, reason, areas: ['comuni'] }),
    moderators,
  ],
  [
    'moderation/move-thread',
    'move a thread where the coordinator may not write',
    (ctx, { thread }) => moveThread(ctx, { threadId: thread, reason, areas: ['scelti'] }),
    [],
  ],
  [
    'moves/split-thread',
    'split a thread',
    (ctx, { thread }) =>
      splitThread(ctx, { threadId: thread, reason, title: 'Nuova', areas: ['operatori'], posts: [2] }),
    moderators,
  ],
  [
    'moves/merge-threads',
    'merge two threads',
    (ctx, { thread, otherThread }) => mergeThreads(ctx, { threadId: otherThread, into: thread, reason }),
    moderators,
  ],
  [
    'moderation/rename-thread',
    'rename a thread',
    (ctx, { thread }) => renameThread(ctx, { threadId: thread, reason, title: 'Titolo nuovo' }),
    moderators,
  ],
  [
    'moderation/retag-thread',
    'tag a thread',
    (ctx, { thread }) => retagThread(ctx, { threadId: thread, reason, tags: ['nuova'] }),
    moderators,
  ],
  [
    'tags/join-tags',
    'join two tags',
    (ctx) => joinTags(ctx, { synonym: 'pds', tag: 'permesso' }),
    moderators,
  ],
  ['tags/drop-synonym', 'drop a synonym', (ctx) => dropSynonym(ctx, { synonym: 'pds' }), moderators],
];
