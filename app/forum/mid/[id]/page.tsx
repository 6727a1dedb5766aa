// From a Message-ID to the post it became: the address mails and old acts can name.
import { redirect } from 'next/navigation';
import { decodePart } from '@/lib/core/decode-part';
import { Refusal } from '@/lib/core/refusal';
import { postAddress } from '@/lib/forum/model';
import { findPostByMessageId } from '@/lib/forum/posts/queries';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ id: string }> };

/** Who is signed out is led to the door whether the post exists or not: an id must not tell what is behind it. */
export default async function MessagePage({ params }: Props): Promise<never> {
  const { id } = await params;
  const place = await readPage(`/forum/mid/${id}`, async (ctx) => {
    try {
      return await findPostByMessageId(ctx, decodePart(id));
    } catch (error) {
      const isUnknown = error instanceof Refusal && error.code === 'not-found';
      throw isUnknown && ctx.actor.kind === 'anonymous' ? new Refusal('not-allowed', 'sign-in') : error;
    }
  });
  redirect(postAddress(place, place.post));
}
