// What is answered to a mail by ourselves, and to whom.
import type { Locale, MailChoice } from '@/db/words';
import type { LeftOut, PrivateDatum } from '../deciding/model';
import type { RefusedReason } from '../judging/model';

/** The writer of a mail; `subject` holds no personal data. */
export type Correspondent = {
  email: string;
  /** As the forum knows them; null for whoever it does not. */
  name: string | null;
  /** Whoever the network does not know is answered once a day. */
  isOfNetwork: boolean;
  locale: Locale;
  mail: { id: string; messageId: string | null; subject: string };
};

/** `url`s are whole addresses. */
export type Answer =
  | {
      kind: 'refused';
      reason: RefusedReason;
      /** Where to go on; null: the site's first page. */
      url?: string | null;
      data?: readonly PrivateDatum[];
      /** What a moderator gave as the reason. */
      because?: string;
    }
  | { kind: 'files'; leftOut: readonly LeftOut[]; url: string }
  | { kind: 'posted'; url: string; isOutside: boolean }
  | { kind: 'decided' }
  | { kind: 'unsubscribe'; area: string | null; thread: string | null }
  /** Areas and tags of which nothing comes any more; none: of the thread, or of a digest that was stopped before. */
  | { kind: 'stop'; names: readonly string[]; thread: string | null }
  | { kind: 'choose'; area: string; choice: MailChoice }
  | { kind: 'mute' | 'follow'; thread: string }
  | { kind: 'help' }
  | { kind: 'decide'; url: string };

/** Names of files an answer or a note lists at most. */
export const mostNamed = 10;

/** The word under which an answer is counted (MAIL.md E16, E26). */
export function countedAs(answer: Answer): string {
  return answer.kind === 'refused' ? answer.reason : answer.kind;
}
