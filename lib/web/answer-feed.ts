// The door of feeds: who reads is said by the address, not by a cookie; an unchanged feed is answered without its text.
import { createHash } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { countAttempt, type Limit } from '@/lib/auth/count-attempt';
import { findFeedReader } from '@/lib/auth/find-feed-reader';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { type Feed, type FeedPlace, feedPath } from '@/lib/forum/feeds/model';
import { writeAtom } from '@/lib/forum/feeds/write-atom';
import { clientAddress } from './client-address';
import { webDatabase } from './connection';
import { runRoute } from './route';

const hour = 60 * 60_000;
/** A program that asks for fifty feeds every ten minutes stays below. */
const limit: Limit = { name: 'feed', hits: 600, window: hour, reason: 'too-many-feeds' };

type Asked = { word: string; place: FeedPlace };

/**
 * Answers 200, 304, 404 for a word nobody made, 410 for one that was revoked, 403 for what its reader may not read, 429
 * beyond the limit.
 * @param find reads the feed as the person of the address
 */
export async function answerFeed(
  request: Request,
  { word, place }: Asked,
  find: (ctx: Context) => Promise<Feed>,
): Promise<Response> {
  const answer = await runRoute(async () => {
    const ctx = await readerOf(word);
    const feed = await find(ctx);
    const locale = ctx.actor.kind === 'member' ? (ctx.actor.locale ?? 'it') : 'it';
    const t = await getTranslations({ locale, namespace: 'forum.feeds' });
    const title = t('title', { name: feed.title ?? t('followed') });
    const around = { origin: env().publicUrl, self: feedPath(word, place), title, language: locale };
    return answerWith(writeAtom(feed, around), request);
  });
  if (answer.status === 429) answer.headers.set('retry-after', String(hour / 1000));
  return answer;
}

/** Those who read what is public, and those whose word nobody knows, are told apart by where they come from. */
async function readerOf(word: string): Promise<Context> {
  const nobody = { db: webDatabase(), actor: anonymous, now: new Date() };
  try {
    const actor = await findFeedReader(nobody.db, word, nobody.now);
    await countAttempt(nobody, limit, actor.kind === 'member' ? actor.personId : await clientAddress());
    return { ...nobody, actor };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'too-many')
      await countAttempt(nobody, limit, await clientAddress());
    throw error;
  }
}

function answerWith(xml: string, request: Request): Response {
  const etag = `"${createHash('sha256').update(xml).digest('base64url')}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',');
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(xml, {
    headers: {
      ...headers,
      'content-type': 'application/atom+xml; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  });
}
