// The title of a page with its line and its one main action; apart from the way to it, which needs words of its own.
import type { ReactNode } from 'react';

export type HeadProps = {
  title: ReactNode;
  /** One line that says what this page is; may hold badges. */
  line?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
};

/** The only h1 of a page; the action stands at the right, below the line on phones. */
export function Head({ title, line, action }: HeadProps) {
  return (
    <header className="rc-head">
      <div>
        <h1>{title}</h1>
        {line ? <div className="rc-head-line">{line}</div> : null}
      </div>
      {action ? <div className="rc-head-action">{action}</div> : null}
    </header>
  );
}
