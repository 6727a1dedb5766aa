// The newest posts of a thread, for a feed program; of one that was merged, where its posts stand now.
import { redirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { type Feed, feedPath } from '@/lib/forum/feeds/model';
import { findThreadFeed } from '@/lib/forum/feeds/queries';
import { findPlaceNow } from '@/lib/forum/moves/queries';
import { answerFeed } from '@/lib/web/answer-feed';

type Props = { params: Promise<{ token: string; number: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { token: word, number } = await params;
  const asked = /^\d{1,9}$/.test(number) ? Number(number) : 0;
  return answerFeed(request, { word, place: `discussione/${asked}` }, (ctx) =>
    findThreadFeed(ctx, asked).catch((error) => leadOn(error, ctx, word, asked)),
  );
}

async function leadOn(error: unknown, ctx: Context, word: string, number: number): Promise<Feed> {
  if (!(error instanceof Refusal && error.code === 'gone')) throw error;
  const place = await findPlaceNow(ctx, number, 1);
  redirect(feedPath(word, `discussione/${place.number}`));
}
