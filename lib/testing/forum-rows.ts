// Every deed of the forum, with who may do it: rows of the table of authorization.test.ts.
import { newId } from '@/lib/core/ids';
import { markAnswer } from '@/lib/forum/answers/mark-answer';
import { unmarkAnswer } from '@/lib/forum/answers/unmark-answer';
import { addDraftFile } from '@/lib/forum/drafts/add-draft-file';
import { cleanDrafts } from '@/lib/forum/drafts/clean-drafts';
import { discardDraft } from '@/lib/forum/drafts/discard-draft';
import { placeImage } from '@/lib/forum/drafts/place-image';
import { removeDraftFile } from '@/lib/forum/drafts/remove-draft-file';
import { saveDraft } from '@/lib/forum/drafts/save-draft';
import { handOver } from '@/lib/forum/leavers/hand-over';
import { markRead } from '@/lib/forum/mark-read';
import { markUnreadFrom } from '@/lib/forum/mark-unread-from';
import { markNotificationsRead } from '@/lib/forum/notifications/mark-notifications-read';
import { deleteOwnPost } from '@/lib/forum/removals/delete-own-post';
import { hidePost } from '@/lib/forum/removals/hide-post';
import { showPost } from '@/lib/forum/removals/show-post';
import { takeBack } from '@/lib/forum/removals/take-back';
import { closeReport } from '@/lib/forum/reports/close-report';
import { reportPost } from '@/lib/forum/reports/report-post';
import { thankPost } from '@/lib/forum/thanks/thank-post';
import { unthankPost } from '@/lib/forum/thanks/unthank-post';
import { editPost } from '@/lib/forum/writing/edit-post';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { signOfficePost } from '@/lib/forum/writing/sign-office-post';
import type { ForumRow, Row, TestedRole } from './authorization';
import { paragraphs } from './documents';
import { followingRows } from './following-rows';
import { moderators, orderRows } from './order-rows';

const readers: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer'];
const writers: TestedRole[] = ['operator', 'referent', 'coordinator', 'officer'];
const members: TestedRole[] = [...readers, 'admin'];
const body = paragraphs('Un testo.');
const reason = 'Per ordine';
const pdf = { sha256: 'a'.repeat(64), size: 1000, mediaType: 'application/pdf', put: async () => {} };

const rows: ForumRow[] = [
  [
    'writing/open-thread',
    'start a thread in an area of the network',
    (ctx) => openThread(ctx, { title: 'Prova', areas: ['operatori'], body }),
    writers,
  ],
  [
    'writing/open-thread',
    'start a thread among the news',
    (ctx) => openThread(ctx, { title: 'Prova', areas: ['novita'], body }),
    ['coordinator'],
  ],
  [
    'writing/post-reply',
    'answer in a thread of the network',
    (ctx, { thread }) => postReply(ctx, { threadId: thread, body }),
    writers,
  ],
  [
    'writing/edit-post',
    'edit the own post',
    (ctx, { ownPost }) => editPost(ctx, { postId: ownPost(ctx.actor), baseRevision: 1, body }),
    writers,
  ],
  [
    'writing/edit-post',
    'edit the post of somebody else',
    (ctx, { otherPost }) => editPost(ctx, { postId: otherPost, baseRevision: 1, body }),
    [],
  ],
  [
    'writing/sign-office-post',
    'sign the post of another person',
    (ctx, { otherPost }) => signOfficePost(ctx, { postId: otherPost }),
    [],
  ],
  [
    'removals/delete-own-post',
    'delete the own post',
    (ctx, { ownPost }) => deleteOwnPost(ctx, { postId: ownPost(ctx.actor) }),
    readers,
  ],
  [
    'removals/take-back',
    'take the own post back',
    (ctx, { ownPost }) => takeBack(ctx, { postId: ownPost(ctx.actor) }),
    readers,
  ],
  [
    'removals/hide-post',
    'hide a post',
    (ctx, { otherPost }) => hidePost(ctx, { postId: otherPost, reason }),
    moderators,
  ],
  [
    'removals/show-post',
    'show a hidden post again',
    (ctx, { hiddenPost }) => showPost(ctx, { postId: hiddenPost }),
    moderators,
  ],
  [
    'answers/mark-answer',
    'choose the answer to the referent’s question',
    (ctx, { otherPost }) => markAnswer(ctx, { postId: otherPost }),
    ['referent', 'coordinator'],
  ],
  [
    'answers/unmark-answer',
    'take the choice of the answer back',
    (ctx, { thread }) => unmarkAnswer(ctx, { threadId: thread }),
    ['referent', 'coordinator'],
  ],
  [
    'thanks/thank-post',
    'thank for a post',
    (ctx, { otherPost }) => thankPost(ctx, { postId: otherPost }),
    readers,
  ],
  [
    'thanks/unthank-post',
    'take the own thanks back',
    (ctx, { otherPost }) => unthankPost(ctx, { postId: otherPost }),
    members,
  ],
  [
    'mark-read',
    'mark a thread of the network read',
    (ctx, { thread }) => markRead(ctx, { threadId: thread, number: 1 }),
    readers,
  ],
  [
    'mark-unread-from',
    'mark a thread of the network unread',
    (ctx, { thread }) => markUnreadFrom(ctx, { threadId: thread, number: 1 }),
    readers,
  ],
  [
    'notifications/mark-notifications-read',
    'mark the own notifications read',
    (ctx) => markNotificationsRead(ctx, {}),
    members,
  ],
  [
    'reports/report-post',
    'report a post',
    (ctx, { otherPost }) => reportPost(ctx, { postId: otherPost, reason }),
    readers,
  ],
  [
    'reports/close-report',
    'decide on a report',
    (ctx, { report }) => closeReport(ctx, { reportId: report, decision: 'kept' }),
    moderators,
  ],
  [
    'drafts/save-draft',
    'save a draft',
    (ctx, { thread }) => saveDraft(ctx, { draftId: newId(), kind: 'reply', threadId: thread, body }),
    writers,
  ],
  ['drafts/discard-draft', 'discard an own draft', (ctx) => discardDraft(ctx, { draftId: newId() }), members],
  [
    'drafts/add-draft-file',
    'add a file to a draft',
    (ctx) => addDraftFile(ctx, { draftId: newId(), name: 'a.pdf' }, pdf),
    writers,
  ],
  [
    'drafts/remove-draft-file',
    'take a file away from an own draft',
    (ctx) => removeDraftFile(ctx, { fileId: newId() }),
    members,
  ],
  [
    'drafts/place-image',
    'put an image into an own draft',
    (ctx) => placeImage(ctx, { fileId: newId(), alt: 'Una pianta' }),
    writers,
  ],
  [
    'drafts/clean-drafts',
    'forget old drafts',
    (ctx) => cleanDrafts(ctx, { filesDir: '/nowhere' }),
    ['system'],
  ],
  [
    'leavers/hand-over',
    'hand over what a colleague left',
    (ctx, { world }) =>
      handOver(ctx, { fromPersonId: world.actors.elena.personId, toPersonId: world.actors.matteo.personId }),
    ['referent'],
  ],
];

export const forumRows: Row[] = [...rows, ...orderRows, ...followingRows].map(
  ([file, act, run, allowed]) => ({
    file: `lib/forum/${file}.ts`,
    act,
    run,
    allowed,
  }),
);
