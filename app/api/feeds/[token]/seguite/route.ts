// The newest posts of all a person follows, for a feed program.
import { findFollowedFeed } from '@/lib/forum/feeds/queries';
import { answerFeed } from '@/lib/web/answer-feed';

type Props = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  return answerFeed(request, { word: token, place: 'seguite' }, findFollowedFeed);
}
