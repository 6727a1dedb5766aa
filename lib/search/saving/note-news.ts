// Remembers what a digest tells of a person's saved searches: in the digest's own transaction, so that nothing is told
// twice and nothing is held for told by a digest that was not made.
import { savedSearchNews } from '@/db/schema';
import type { Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { findMember } from '@/lib/people/queries';
import { type Audience, findAudience } from '../find-audience';
import { findNews } from './find-news';
import type { NewsWindow } from './model';
import { listMailedSearches } from './queries';

/**
 * By what the person may read at that moment; whoever holds no seat any more is told nothing.
 * @param tx of the digest's transaction
 * @returns whether there is something to tell
 */
export async function noteNews(tx: Context, window: NewsWindow): Promise<boolean> {
  const searches = await listMailedSearches(tx, window.personId);
  const member = searches.length > 0 ? await findMember(tx, window.personId) : null;
  if (!member) return false;
  const audience = await audienceOf(tx, member);
  let isNews = false;
  for (const search of searches) {
    const found = await findNews(tx, audience, search, window);
    if (found.length === 0) continue;
    isNews = true;
    const { digestId } = window;
    await tx.db
      .insert(savedSearchNews)
      .values(found.map((postId) => ({ searchId: search.id, postId, digestId })))
      .onConflictDoUpdate({
        target: [savedSearchNews.searchId, savedSearchNews.postId],
        // Found again, it was to be told by a digest that did not arrive.
        set: { digestId },
      });
  }
  return isNews;
}

/** Mail comes by any of a person's seats, as copies do: each reads by itself, and rights never add up within one area. */
async function audienceOf(tx: Context, member: Member): Promise<Audience> {
  const audiences = await Promise.all(
    member.seats.map((seat) => findAudience({ ...tx, actor: { ...member, seat } })),
  );
  const areas = new Map(audiences.flatMap((each) => each.areas).map((area) => [area.id, area]));
  return {
    readers: [...new Set(audiences.flatMap(({ readers }) => readers))],
    areas: [...areas.values()],
  };
}
