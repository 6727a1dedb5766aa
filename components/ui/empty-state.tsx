// What a list shows when it holds nothing: one sentence what will be here, one action.
import type { ReactNode } from 'react';

/** The sentence says what will stand here, not that something is missing. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="rc-empty">
      <p>{children}</p>
      {action ? <div>{action}</div> : null}
    </div>
  );
}
