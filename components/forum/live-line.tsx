'use client';
// The quiet line that says how many posts have come since one opened the page; nothing where the server does not tell.
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LiveLink } from '@/components/ui/live-link';

type LiveLineProps = { thread: number; address: string; posts: number };

/** Leads to the first of them. One's own are on the page already. */
export function LiveLine({ thread, address, posts }: LiveLineProps) {
  const t = useTranslations('writing');
  const [last, setLast] = useState(posts);
  useEffect(() => {
    const source = new EventSource(`/api/forum/${thread}/eventi`);
    source.onmessage = ({ data }) => setLast((known) => Math.max(known, Number(data) || 0));
    return () => source.close();
  }, [thread]);
  const next = posts + 1;
  return (
    <div role="status">
      {last > posts ? (
        <LiveLink href={`${address}?m=${next}#m${next}`}>{t('live', { count: last - posts })}</LiveLink>
      ) : null}
    </div>
  );
}
