'use client';
// Under the title: threads that may have the answer already, asked anew while one types.
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type SimilarThread = { href: string; title: string; area: string; answers: number; solved: boolean };

/** Long enough for the next letter to come first. */
const pause = 300;

/** Listens to the field named `title` of its form; without a script there is nothing here. */
export function SimilarThreads() {
  const t = useTranslations('writing.similar');
  const place = useRef<HTMLDivElement>(null);
  const [threads, setThreads] = useState<SimilarThread[]>([]);
  useEffect(() => {
    const field = place.current?.closest('form')?.querySelector<HTMLInputElement>('input[name=title]');
    return field ? askWhileTyped(field, setThreads) : undefined;
  }, []);
  return (
    <div ref={place} role="status">
      {threads.length > 0 ? (
        <>
          <p className="rc-label">{t('title')}</p>
          <p className="rc-hint">{t('line')}</p>
          <ul>
            {threads.map(({ href, title, area, answers, solved }) => (
              <li key={href}>
                <a href={href} target="_blank" rel="noreferrer">
                  {title}
                </a>
                {` · ${[area, t('answers', { count: answers }), solved ? t('solved') : ''].filter(Boolean).join(' · ')}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function askWhileTyped(field: HTMLInputElement, show: (threads: SimilarThread[]) => void): () => void {
  let waiting: ReturnType<typeof setTimeout>;
  let asked = new AbortController();
  const ask = () => {
    clearTimeout(waiting);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    waiting = setTimeout(async () => {
      const query = new URLSearchParams({ titolo: field.value });
      const answer = await fetch(`/api/forum/simili?${query}`, { signal }).catch(() => null);
      const found = answer?.ok ? await answer.json().catch(() => null) : null;
      if (found && !signal.aborted) show(found);
    }, pause);
  };
  field.addEventListener('input', ask);
  return () => {
    clearTimeout(waiting);
    asked.abort();
    field.removeEventListener('input', ask);
  };
}
