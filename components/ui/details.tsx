// Text folded away until asked for.
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Native <details>: opens with JavaScript off; the summary says what is inside ("mostra testo citato"). */
export function Details({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="rc-details" open={open}>
      <summary>
        {summary}
        <Icon name="down" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
