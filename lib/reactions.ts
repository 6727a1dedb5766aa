// When this happens, then these things follow: the one table of the house. Each reaction re-reads by id, may run twice
// safely, and is tried again when it fails.
import {
  showLive,
  tellChosen,
  tellEdited,
  tellHidden,
  tellPublished,
  tellReported,
  tellShown,
} from '@/lib/forum/notifications/notices';
import { tellResumed } from '@/lib/mailing/bouncing/notices';
import { tellHeld, tellRefused } from '@/lib/mailing/holding/notices';
import { mailMoved, mailPublished, mailShown } from '@/lib/mailing/sending/notices';
import { tellInvited } from '@/lib/people/notices';
import type { ReactionTable } from '@/lib/platform/jobs/fact-tasks';

export const reactions: ReactionTable = {
  'forum.post.published': {
    'tell-published': tellPublished,
    'show-live': showLive,
    'mail-published': mailPublished,
  },
  'forum.post.edited': { 'tell-edited': tellEdited },
  'forum.post.shown': { 'tell-shown': tellShown, 'mail-shown': mailShown },
  'forum.post.removed': { 'tell-hidden': tellHidden },
  'forum.post.reported': { 'tell-reported': tellReported },
  'forum.thread.changed': { 'mail-moved': mailMoved },
  'forum.answer.marked': { 'tell-chosen': tellChosen },
  'mailing.mail.held': { 'tell-held': tellHeld },
  'mailing.mail.refused': { 'tell-refused': tellRefused },
  'mailing.address.resumed': { 'tell-resumed': tellResumed },
  'people.person.invited': { 'tell-invited': tellInvited },
};
