// The contact of somebody who works at an organisation, for address books.
import { getTranslations } from 'next-intl/server';
import { personCardAddress } from '@/lib/people/vcards/model';
import { findPersonCard } from '@/lib/people/vcards/queries';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';
import { vcardAnswer } from '@/lib/web/vcard-answer';

/** For members. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  const ctx = await currentContext();
  return runRoute(async () => {
    const t = await getTranslations('frame.roles');
    const at = { slug, personId: id };
    const card = await findPersonCard(ctx, at, (role) => t(role)).catch((error) =>
      leadIn(error, ctx, personCardAddress(slug, id)),
    );
    return vcardAnswer(card, card.name);
  });
}
