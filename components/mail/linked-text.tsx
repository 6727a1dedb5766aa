// Plain text of a mail as it was written, its addresses made links.
import { Prose } from '@/components/ui/layout';

const address = /(https?:\/\/[^\s<>"]+)/;

/** Nothing else of the text is interpreted. */
export function LinkedText({ text }: { text: string }) {
  const pieces = text.split(address).map((piece, index) => ({ key: `${index}`, piece }));
  return (
    <Prose>
      <pre>
        {pieces.map(({ key, piece }) =>
          address.test(piece) ? (
            <a key={key} href={piece}>
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </pre>
    </Prose>
  );
}
