// The body of a post that came by mail: its words, with the images where they stood (MAIL.md E51).
import type { TextDocument } from '@/lib/text/schema';
import { textToDocument } from '@/lib/text/text-to-document';
import type { ComposedArrival } from './compose-arrival';
import { type KeptFile, maskAll } from './model';

/** An image that was left out leaves no gap; one that stands twice is shown once. */
export function composeBody(
  { pieces }: Pick<ComposedArrival, 'pieces'>,
  files: readonly KeptFile[],
): TextDocument[] {
  const images = new Map(
    files
      .filter(({ inline, mediaType }) => inline && mediaType.startsWith('image/'))
      .flatMap((file) => (file.contentId === null ? [] : [[file.contentId, file] as const])),
  );
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return piece.trim() === '' ? [] : (textToDocument(piece).content ?? []);
    const file = images.get(piece.contentId);
    images.delete(piece.contentId);
    return file ? [imageOf(file)] : [];
  });
}

/** Its name is all that is known of what it shows. */
function imageOf({ id, name }: KeptFile): TextDocument {
  return { type: 'image', attrs: { src: `/api/files/${id}`, alt: maskAll(name) } };
}
