// Head of a page: where it stands, its title, one line what it is, the one main action.
import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';

type PageHeadProps = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** One line that says what this page is; may hold badges. */
  line?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
};

/** The only h1 of a page; the action stands at the right, below the line on phones. */
export function PageHead({ title, crumbs, line, action }: PageHeadProps) {
  return (
    <>
      {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
      <header className="rc-head">
        <div>
          <h1>{title}</h1>
          {line ? <div className="rc-head-line">{line}</div> : null}
        </div>
        {action ? <div className="rc-head-action">{action}</div> : null}
      </header>
    </>
  );
}
