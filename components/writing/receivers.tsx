'use client';
// Who will be told, in numbers; asked anew when other areas are ticked.
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { WritingChoices } from './writing';

type ReceiversProps = { first: NonNullable<WritingChoices['receivers']> };

/** Without a script the numbers are those of the areas chosen when the page was made. */
export function Receivers({ first }: ReceiversProps) {
  const t = useTranslations('writing.receivers');
  const [reached, setReached] = useState(first);
  const line = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const group = line.current?.closest('fieldset');
    let asked = new AbortController();
    const count = async () => {
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      const ticked = [...(group?.querySelectorAll<HTMLInputElement>('input[name=areas]:checked') ?? [])];
      const query = new URLSearchParams(ticked.map(({ value }) => ['area', value]));
      const answer = await fetch(`/api/forum/destinatari?${query}`, { signal }).catch(() => null);
      const now = answer?.ok ? await answer.json().catch(() => null) : null;
      if (now && !signal.aborted) setReached(now);
    };
    group?.addEventListener('change', count);
    return () => {
      asked.abort();
      group?.removeEventListener('change', count);
    };
  }, []);
  return (
    <p ref={line} role="status">
      {t('line', reached)}
    </p>
  );
}
