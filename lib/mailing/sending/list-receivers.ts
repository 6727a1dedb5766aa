// Everyone who gets a copy of a post now: asked when copies are planned, and again when they leave.
import type { Context } from '@/lib/core/context';
import { listCandidates } from '@/lib/forum/notifications/list-candidates';
import { mentionsIn } from '@/lib/forum/writing/model';
import { type MailedPost, type Receiver, type Wishes, wantsCopy } from './model';
import { listWishes } from './queries';

const defaultLocale = 'it';

export async function listReceivers(by: Context, post: MailedPost): Promise<Receiver[]> {
  const [candidates, wishes] = await Promise.all([
    listCandidates(by, post.id, mentionsIn(post.body)),
    listWishes(by, post.id),
  ]);
  const wishesOf = new Map(wishes.map((one) => [one.personId, one]));
  return candidates.flatMap((candidate) => {
    const wanted = wishesOf.get(candidate.personId);
    return wanted && wantsCopy(candidate, wanted, post.number === 1) ? receiver(wanted) : [];
  });
}

function receiver({ personId, email, locale, areas }: Wishes): Receiver[] {
  const areaId = areas[0]?.id;
  return email && areaId ? [{ personId, email, locale: locale ?? defaultLocale, areaId }] : [];
}
