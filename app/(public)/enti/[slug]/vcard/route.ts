// The contact of an organisation, for address books.
import { env } from '@/lib/env';
import { findOrganizationCard } from '@/lib/people/vcards/queries';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';
import { vcardAnswer } from '@/lib/web/vcard-answer';

/** Without mailboxes for whoever is not signed in. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const page = `${env().publicUrl}/enti/${encodeURIComponent(slug)}`;
  return runRoute(async () =>
    vcardAnswer(await findOrganizationCard(await currentContext(), slug, page), slug),
  );
}
