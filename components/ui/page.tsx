// The place of the page's own content inside the frame, and the line that goes with it onto paper.
import type { ReactNode } from 'react';

type PageProps = {
  /** Address and date, seen on paper only. */
  printNote?: string;
  children: ReactNode;
};

/** One per page, inside the frame; skip links lead here. */
export function Page({ printNote, children }: PageProps) {
  return (
    <main className="container-xxl rc-page" id="contenuto" tabIndex={-1}>
      {children}
      {printNote ? <p className="rc-print-note">{printNote}</p> : null}
    </main>
  );
}
