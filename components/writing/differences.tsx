// How two versions of a text differ, piece by piece: what came and what went is said in words too.
import { useTranslations } from 'next-intl';
import { Changed } from '@/components/ui/changed';
import type { TextPiece } from '@/lib/text/compare-texts';

export function Differences({ pieces }: { pieces: readonly TextPiece[] }) {
  const t = useTranslations('writing.pieces');
  return (
    <Changed
      pieces={pieces.map((piece, index) => ({
        ...piece,
        key: `${index}-${piece.kind}`,
        label: piece.kind === 'same' ? undefined : t(piece.kind),
      }))}
    />
  );
}
