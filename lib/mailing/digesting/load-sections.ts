// What each room has to tell in a digest: one mail for all of them.
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { DigestPost, DigestThread, DigestWindow } from '@/lib/forum/digests/model';
import { listDigestAreas } from '@/lib/forum/digests/queries';
import { postAddress, threadAddress } from '@/lib/forum/model';
import type { DigestEntry, DigestSection, DigestTopic } from './model';

type Section = (ctx: Context, window: DigestWindow) => Promise<DigestSection>;

/** The rooms that tell something, in the order of the mail. */
const rooms: readonly Section[] = [forum];

/** Rooms without news are left out; no rooms: there is nothing to tell. */
export async function loadSections(ctx: Context, window: DigestWindow): Promise<DigestSection[]> {
  const sections = await Promise.all(rooms.map((room) => room(ctx, window)));
  return sections.filter(({ groups }) => groups.length > 0);
}

async function forum(ctx: Context, window: DigestWindow): Promise<DigestSection> {
  const areas = await listDigestAreas(ctx, window);
  const groups = areas.map(({ slug, name, threads }) => ({
    ...{ name, url: inFull(`/forum/${slug}`) },
    topics: threads.map(topicOf),
  }));
  return { module: 'forum', groups };
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
