// Which places the bar lists, for whom: only pages that exist.
import type { Place } from '@/components/frame/frame';
import type { Actor } from '@/lib/core/actor';
import { mayReadRawMail } from '@/lib/mailing/policy';
import { mayKeepSynonyms } from '@/lib/search/synonyms/policy';

/** Foot links of the embedded start: what there is to look behind the scenes. The words are keys of `frame.footer`. */
export const developmentPlaces = [
  { href: '/dev/mattoni', word: 'bricks' },
  { href: '/dev/posta', word: 'mail' },
] as const;

/** At most seven words; on phones the first five stand at the bottom. */
export function placesFor(actor: Actor): Place[] {
  return [
    { href: '/', word: actor.kind === 'member' ? 'today' : 'home', icon: 'home' },
    { href: '/forum', word: 'forum', icon: 'forum' },
    { href: '/enti', word: 'organizations', icon: 'office' },
    ...officePlaces(actor).map((href) => ({ href, word: 'office', icon: 'mail' }) as const),
  ];
}

/** The coordinator's post, from where the other lists are reached; the technical administrator keeps one list alone. */
function officePlaces(actor: Actor): string[] {
  if (mayReadRawMail(actor).allowed) return ['/segreteria/posta'];
  return mayKeepSynonyms(actor).allowed ? ['/segreteria/ricerca'] : [];
}
