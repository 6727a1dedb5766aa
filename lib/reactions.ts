// When this happens, then these things follow: the one table of the house. Each reaction re-reads by id, may run twice
// safely, and is tried again when it fails.
import { tellSecondFactor } from '@/lib/auth/second-factor/tell-second-factor';
import { followByDefault } from '@/lib/forum/following/follow-by-default';
import {
  showLive,
  tellChosen,
  tellEdited,
  tellHidden,
  tellPublished,
  tellReported,
  tellShown,
} from '@/lib/forum/notifications/notices';
import {
  indexArchive,
  indexAuthor,
  indexFile,
  indexPost,
  indexTag,
  indexTakenBack,
  indexThread,
  indexThreadOf,
} from '@/lib/forum/search';
import { tellResumed } from '@/lib/mailing/bouncing/notices';
import { tellHeld, tellRefused } from '@/lib/mailing/holding/notices';
import { mailMoved, mailPublished, mailShown } from '@/lib/mailing/sending/notices';
import { tellInterest } from '@/lib/membership/applying/notices';
import { tellStep } from '@/lib/membership/telling/notices';
import { tellAddressAsked, tellAddressChanged } from '@/lib/people/addresses/notices';
import { tellInvited } from '@/lib/people/notices';
import { indexInvited, indexOrganization, indexPerson } from '@/lib/people/search';
import type { ReactionTable } from '@/lib/platform/jobs/fact-tasks';

export const reactions: ReactionTable = {
  'auth.second-factor.changed': { 'tell-second-factor': tellSecondFactor },
  'forum.post.published': {
    index: indexPost,
    'tell-published': tellPublished,
    'show-live': showLive,
    'mail-published': mailPublished,
  },
  'forum.post.edited': { index: indexPost, 'tell-edited': tellEdited },
  'forum.post.shown': { index: indexPost, 'tell-shown': tellShown, 'mail-shown': mailShown },
  'forum.post.removed': { index: indexPost, 'tell-hidden': tellHidden },
  'forum.post.taken-back': { index: indexTakenBack },
  'forum.post.reported': { 'tell-reported': tellReported },
  'forum.thread.changed': { index: indexThread, 'mail-moved': mailMoved },
  'forum.tags.joined': { index: indexTag },
  'forum.answer.marked': { index: indexThreadOf, 'tell-chosen': tellChosen },
  'forum.archive.imported': { index: indexArchive },
  'forum.file.read': { index: indexFile },
  'mailing.mail.held': { 'tell-held': tellHeld },
  'mailing.mail.refused': { 'tell-refused': tellRefused },
  'mailing.address.resumed': { 'tell-resumed': tellResumed },
  'membership.step.taken': { index: indexOrganization, 'tell-step': tellStep },
  'membership.interest.confirmed': { 'tell-interest': tellInterest },
  'people.person.invited': {
    index: indexInvited,
    'follow-by-default': followByDefault,
    'tell-invited': tellInvited,
  },
  'people.person.changed': { index: indexPerson, 'index-posts': indexAuthor },
  'people.address.asked': { 'tell-asked': tellAddressAsked },
  'people.address.changed': { 'tell-former': tellAddressChanged },
  'people.organization.added': { index: indexOrganization },
};
