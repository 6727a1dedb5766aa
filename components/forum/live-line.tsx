'use client';
// The quiet line that says how many posts have come since one opened the page; nothing where the server does not tell.
import { useEffect, useState } from 'react';
import { LinkButton } from '@/components/ui/button';

type LiveLineProps = {
  thread: number;
  address: string;
  posts: number;
  /** Stands before how many there are. Given, since words that a browser chooses weigh on each page. */
  label: string;
};

/** Leads to the first of them. One's own are on the page already. */
export function LiveLine({ thread, address, posts, label }: LiveLineProps) {
  const [last, setLast] = useState(posts);
  useEffect(
    () => listen(`/api/forum/${thread}/eventi`, (number) => setLast((known) => Math.max(known, number))),
    [thread],
  );
  const next = posts + 1;
  return (
    <div role="status">
      {last > posts ? (
        <LinkButton href={`${address}?m=${next}#m${next}`} small>
          {`${label}: ${last - posts}`}
        </LinkButton>
      ) : null}
    </div>
  );
}

/**
 * Only while the page is looked at: a browser has few connections to one site, and pages in the background would hold
 * them all. The stream begins with the last post, so that nothing is missed meanwhile. @returns stops listening
 */
function listen(address: string, hear: (number: number) => void): () => void {
  let source: EventSource | undefined;
  const turn = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(address);
    source.onmessage = ({ data }) => hear(Number(data) || 0);
  };
  turn();
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    source?.close();
  };
}
