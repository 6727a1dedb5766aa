// A contact for address books: the organisation for everybody, with `?persona=` one of its people for members.
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { findOrganization } from '@/lib/people/queries';
import { writeVcard } from '@/lib/people/vcards/write-vcard';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ slug: string }> };

const mediaType = 'text/vcard';

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const personId = new URL(request.url).searchParams.get('persona');
  const ctx = await currentContext();
  return runRoute(async () => {
    const { name, people, mailboxes, website } = await findOrganization(ctx, slug);
    const page = `${env().publicUrl}/enti/${encodeURIComponent(slug)}`;
    if (personId === null) {
      const emails = (mailboxes ?? []).map(({ email }) => email);
      const url = website ?? page;
      return send(name, writeVcard({ uid: page, kind: 'org', name, emails, url, revised: ctx.now }));
    }
    if (people === null) return leadIn(new Refusal('not-allowed', 'sign-in'), ctx, `/enti/${slug}`);
    const person = people.find(({ id }) => id === personId);
    if (!person) throw new Refusal('not-found', 'person-not-found');
    const card = writeVcard({
      ...{ uid: `urn:uuid:${person.id}`, kind: 'individual', name: person.name, organization: name },
      ...{ emails: person.email ? [person.email] : [], phone: person.phone, url: page, revised: ctx.now },
    });
    return send(person.name, card);
  });
}

function send(name: string, card: string): Response {
  return new Response(card, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': contentDisposition(`${name}.vcf`, mediaType),
      'cache-control': 'private, no-store',
    },
  });
}
