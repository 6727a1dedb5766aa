// The newest posts of an area, for a feed program.
import { findAreaFeed } from '@/lib/forum/feeds/queries';
import { answerFeed } from '@/lib/web/answer-feed';

type Props = { params: Promise<{ token: string; slug: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { token, slug } = await params;
  return answerFeed(request, { word: token, place: `area/${slug}` }, (ctx) => findAreaFeed(ctx, slug));
}
