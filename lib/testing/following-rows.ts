// The deeds of following and choosing, with who may do them: rows of the table of authorization.test.ts.
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseCopies } from '@/lib/forum/following/choose-copies';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { followArea } from '@/lib/forum/following/follow-area';
import { followThread } from '@/lib/forum/following/follow-thread';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { unfollowArea } from '@/lib/forum/following/unfollow-area';
import { unfollowThread } from '@/lib/forum/following/unfollow-thread';
import type { ForumRow, TestedRole } from './authorization';

const readers: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer'];
const members: TestedRole[] = [...readers, 'admin'];

export const followingRows: ForumRow[] = [
  [
    'following/follow-thread',
    'follow a thread',
    (ctx, { thread }) => followThread(ctx, { threadId: thread }),
    readers,
  ],
  [
    'following/mute-thread',
    'mute a thread',
    (ctx, { thread }) => muteThread(ctx, { threadId: thread }),
    readers,
  ],
  [
    'following/unfollow-thread',
    'neither follow nor mute a thread',
    (ctx, { thread }) => unfollowThread(ctx, { threadId: thread }),
    readers,
  ],
  [
    'following/follow-area',
    'follow an area of the network',
    (ctx) => followArea(ctx, { area: 'operatori' }),
    readers,
  ],
  [
    'following/unfollow-area',
    'no longer follow an area',
    (ctx) => unfollowArea(ctx, { area: 'operatori' }),
    members,
  ],
  [
    'following/choose-area-mail',
    'choose what comes by mail of an area of the network',
    (ctx) => chooseAreaMail(ctx, { area: 'operatori', mail: 'daily' }),
    readers,
  ],
  [
    'following/choose-area-mail',
    'want nothing by mail of a followed area',
    (ctx) => chooseAreaMail(ctx, { area: 'operatori', mail: 'none' }),
    members,
  ],
  [
    'following/choose-tag-mail',
    'choose what comes by mail of a tag',
    (ctx) => chooseTagMail(ctx, { tag: 'alloggio', mail: 'weekly' }),
    members,
  ],
  [
    'following/choose-copies',
    'want the own posts back by mail',
    (ctx) => chooseCopies(ctx, { ownCopies: true, secondCopies: false }),
    members,
  ],
];
