// One piece of writing with its author: mark, who, when, text, files. Entries stand in a single column.
import type { ReactNode } from 'react';

type EntryProps = {
  /** Where a link can point to. */
  id: string;
  mark?: ReactNode;
  /** Who wrote it: the entry's heading. */
  author: ReactNode;
  /** For whom, when, how it came. */
  line: ReactNode;
  children: ReactNode;
  /** Files and what was left out. */
  foot?: ReactNode;
};

/** The heading level is fixed: entries are the parts of a page whose title is the h1. */
export function Entry({ id, mark, author, line, children, foot }: EntryProps) {
  return (
    <article className="rc-entry" id={id} aria-labelledby={`${id}-author`}>
      <header className="rc-entry-head">
        {mark}
        <div>
          <h2 id={`${id}-author`}>{author}</h2>
          <p className="rc-quiet rc-small">{line}</p>
        </div>
      </header>
      {children}
      {foot ? <footer className="rc-entry-foot">{foot}</footer> : null}
    </article>
  );
}

/** The line before the first entry the reader has not seen. */
export function EntryDivider({ children }: { children: ReactNode }) {
  return <p className="rc-entry-divider">{children}</p>;
}

/** Something that happened between two entries. */
export function EntryEvent({ children }: { children: ReactNode }) {
  return <p className="rc-event">{children}</p>;
}
