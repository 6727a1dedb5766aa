// What each room has to tell in a digest: one mail for all of them.
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { DigestPost, DigestThread, DigestWindow } from '@/lib/forum/digests/model';
import { listDigestAreas, listDigestThreads } from '@/lib/forum/digests/queries';
import { postAddress, threadAddress } from '@/lib/forum/model';
import { searchAddress } from '@/lib/search/saving/model';
import { listToldSearches } from '@/lib/search/saving/queries';
import {
  countEntries,
  type DigestEntry,
  type DigestGroup,
  type DigestSection,
  type DigestTopic,
  firstOf,
} from './model';

/** Of one saved search; the rest stands in the search itself. */
const mostOfOneSearch = 5;

/**
 * Rooms without news are left out; no rooms: there is nothing to tell. What the areas tell is not told again by a search.
 * @param digestId the digest that remembers what it tells of searches
 */
export async function loadSections(
  ctx: Context,
  window: DigestWindow,
  digestId: string,
): Promise<DigestSection[]> {
  const areas = await forum(ctx, window);
  const told = areas.groups.flatMap(({ topics }) => topics.flatMap(({ entries }) => entries));
  const found = await searches(ctx, window.personId, digestId, new Set(told.map(({ url }) => url)));
  return [areas, found].filter(({ groups }) => groups.length > 0);
}

async function forum(ctx: Context, window: DigestWindow): Promise<DigestSection> {
  const areas = await listDigestAreas(ctx, window);
  const groups = areas.map(({ slug, name, threads }) => ({
    ...{ name, url: inFull(`/forum/${slug}`) },
    topics: threads.map(topicOf),
  }));
  return { module: 'forum', groups };
}

/** A post found by several searches is told of the first. @param told addresses of what the digest tells already */
async function searches(
  ctx: Context,
  personId: string,
  digestId: string,
  told: Set<string>,
): Promise<DigestSection> {
  const groups: DigestGroup[] = [];
  for (const { name, question, postIds } of await listToldSearches(ctx, digestId)) {
    const topics = (await listDigestThreads(ctx, personId, postIds)).map(topicOf);
    const news = topics.map((topic) => ({
      ...topic,
      entries: topic.entries.filter(({ url }) => !told.has(url) && told.add(url)),
    }));
    const shown = firstOf(news, mostOfOneSearch);
    const more = countEntries(news) - countEntries(shown);
    if (shown.length > 0) groups.push({ name, url: inFull(searchAddress(question)), topics: shown, more });
  }
  return { module: 'searches', groups };
}

function topicOf(thread: DigestThread): DigestTopic {
  return {
    title: thread.title,
    url: inFull(threadAddress(thread)),
    postId: thread.posts.at(-1)?.id ?? '',
    entries: thread.posts.map((post) => entryOf(thread, post)),
  };
}

function entryOf(thread: DigestThread, { author, number, postedAt, body, files }: DigestPost): DigestEntry {
  return {
    writer: { name: author.name, organization: author.organization?.name ?? null },
    ...{ at: postedAt, url: inFull(postAddress(thread, number)), body },
    files: files.map(({ id, name }) => ({ label: name, url: inFull(`/api/files/${id}`) })),
  };
}

function inFull(path: string): string {
  return `${env().publicUrl}${path}`;
}
