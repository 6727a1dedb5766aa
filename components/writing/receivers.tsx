'use client';
// Who will be told, in numbers; asked anew when other areas are ticked.
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { WritingChoices } from './writing';

type ReceiversProps = { first: WritingChoices['receivers'] };

/** Without a script the numbers are those of the areas chosen when the page was made. */
export function Receivers({ first }: ReceiversProps) {
  const t = useTranslations('writing.receivers');
  const [reached, setReached] = useState(first);
  const line = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const group = line.current?.closest('fieldset');
    const count = async () => {
      const ticked = [...(group?.querySelectorAll<HTMLInputElement>('input[name=areas]:checked') ?? [])];
      const query = new URLSearchParams(ticked.map(({ value }) => ['area', value]));
      const answer = await fetch(`/api/forum/destinatari?${query}`).catch(() => null);
      if (answer?.ok) setReached(await answer.json());
    };
    group?.addEventListener('change', count);
    return () => group?.removeEventListener('change', count);
  }, []);
  return (
    <p ref={line} role="status">
      {t('line', reached)}
    </p>
  );
}
