// From a Message-ID to the post it became: the address mails and old acts can name.
import { redirect } from 'next/navigation';
import { postAddress } from '@/lib/forum/model';
import { findPostByMessageId } from '@/lib/forum/posts/queries';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ id: string }> };

export async function GET(_: Request, { params }: Props): Promise<never> {
  const messageId = decodeURIComponent((await params).id);
  const place = await readPage(`/forum/mid/${encodeURIComponent(messageId)}`, (ctx) =>
    findPostByMessageId(ctx, messageId),
  );
  redirect(postAddress(place, place.post));
}
