'use client';
// Below a thread: those most like it, asked for when one comes near; without a script a link to the same.
import { useEffect, useRef, useState } from 'react';

type Related = { href: string; title: string; area: string; date: string };
type RelatedThreadsProps = {
  /** The number of the thread that is read. */
  thread: number;
  /** Where they stand without a script. */
  page: string;
  title: string;
};

/** Asked for before it is seen, so that nothing moves under the eyes. */
const nearness = '400px';

export function RelatedThreads({ thread, page, title }: RelatedThreadsProps) {
  const place = useRef<HTMLElement>(null);
  const [threads, setThreads] = useState<Related[]>([]);
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        fetchRelated(thread).then(setThreads);
      },
      { rootMargin: nearness },
    );
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [thread]);
  return (
    <section className="rc-section rc-related" ref={place}>
      <h2>
        <a href={page}>{title}</a>
      </h2>
      <ul>
        {threads.map(({ href, title: name, area, date }) => (
          <li key={href}>
            <a href={href}>{name}</a> <span className="rc-quiet">{`${area} · ${date}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The link stays where there is no answer. */
async function fetchRelated(thread: number): Promise<Related[]> {
  const answer = await fetch(`/api/cerca/collegate?discussione=${thread}`).catch(() => null);
  return answer?.ok ? answer.json().catch(() => []) : [];
}
