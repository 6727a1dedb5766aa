// A text with what was added and removed marked in it, by form and by a word for screen readers.
import type { ReactNode } from 'react';

export type ChangedPiece = { key: string; kind: 'same' | 'added' | 'removed'; text: string; label?: string };

/** Line breaks of the text stay. */
export function Changed({ pieces }: { pieces: readonly ChangedPiece[] }) {
  return <div className="rc-changed">{pieces.map(marked)}</div>;
}

function marked({ key, kind, text, label }: ChangedPiece): ReactNode {
  if (kind === 'same') return <span key={key}>{text}</span>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark key={key} className={`rc-${kind}`}>
      <span className="visually-hidden">{label} </span>
      {text}
    </Mark>
  );
}
