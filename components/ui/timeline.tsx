// Dated things in order: the history of a membership, the life of an act.
import type { ReactNode } from 'react';

export type TimelineItem = { key: string; when: ReactNode; title: ReactNode; text?: ReactNode };

/** In the order given; `when` is a `Time`. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="rc-timeline" aria-label={label}>
      {items.map(({ key, when, title, text }) => (
        <li key={key}>
          <p className="rc-quiet">{when}</p>
          <p>
            <strong>{title}</strong>
          </p>
          {text ? <p>{text}</p> : null}
        </li>
      ))}
    </ol>
  );
}
