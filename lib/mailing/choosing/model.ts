// What a mail's own link offers without signing in: of which copy, and what may be asked.
import { z } from 'zod';
import type { DigestRhythm, FollowState, MailChoice } from '@/db/words';

/**
 * `stop`: nothing more by mail of the areas, tags and searches the copy came for (one click, RFC 8058); `daily`: a digest instead;
 * `again`: every message again; `mute`, `unmute`: the thread alone.
 */
export const copyWishes = ['stop', 'daily', 'again', 'mute', 'unmute'] as const;
export type CopyWish = (typeof copyWishes)[number];

export const copyInput = z.object({
  token: z.string({ error: 'no-such-copy' }),
  wish: z.enum(copyWishes, { error: 'mail-choice-unknown' }),
});

/** A copy of a post or a digest, with what its receiver has chosen by now of what it came for. */
export type CopyView = {
  /** The address it was sent to. */
  email: string;
  /** Null for a digest. */
  thread: { id: string; title: string; follow: FollowState | null } | null;
  /** Null for a copy of a post. */
  rhythm: DigestRhythm | null;
  /** Followed areas: those of the thread, or those the digest is made of. */
  areas: { slug: string; name: string; mail: MailChoice }[];
  tags: { tag: string; mail: MailChoice }[];
  /** Saved searches the digest told of and that are still told by mail. */
  searches: { id: string; name: string }[];
};

/** Which of the wishes would change something for this copy, in the order a page offers them. */
export function offeredWishes({ thread, areas, tags, searches }: CopyView): CopyWish[] {
  const chosen = [...areas, ...tags].map(({ mail }) => mail);
  const some = searches.length > 0 || chosen.some((mail) => mail !== 'none');
  return [
    ...(some ? (['stop'] as const) : []),
    ...(areas.some(({ mail }) => mail !== 'daily') ? (['daily'] as const) : []),
    ...(chosen.length > 0 && !some ? (['again'] as const) : []),
    ...(thread ? ([thread.follow === 'muted' ? 'unmute' : 'mute'] as const) : []),
  ];
}
