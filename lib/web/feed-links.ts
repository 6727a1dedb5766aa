// What a page says of the feed that follows it: the visitor's own address, or the one for everybody.
import type { Metadata } from 'next';
import { feedWordOf, publicFeedWord } from '@/lib/auth/model';
import { env } from '@/lib/env';
import { type FeedPlace, feedPath } from '@/lib/forum/feeds/model';
import { currentVisitor } from './context';

/**
 * A member who has made no feed addresses gets none: without a word of their own nobody reads in their place.
 * @param isPublic whether everybody may read what the page shows
 */
export async function feedLinks(
  place: FeedPlace,
  { title, isPublic }: { title: string; isPublic: boolean },
): Promise<Metadata> {
  const { feed } = await currentVisitor();
  const word = (feed && feedWordOf(feed, env().authSecret)) ?? (isPublic ? publicFeedWord : null);
  if (!word) return {};
  const url = `${env().publicUrl}${feedPath(word, place)}`;
  return { alternates: { types: { 'application/atom+xml': [{ url, title }] } } };
}
