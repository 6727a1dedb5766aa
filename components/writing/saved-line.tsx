'use client';
// When the draft was kept last, or that it could not be.
import { useFormatter, useTranslations } from 'next-intl';
import { Quiet } from '@/components/ui/layout';
import { timeZone } from '@/lib/core/time';
import type { Saved } from './use-autosave';
import { useRefusalWords } from './use-refusal-words';

/** Nothing before anything was kept. */
export function SavedLine({ saved }: { saved: Saved }) {
  const t = useTranslations('writing.saved');
  const format = useFormatter();
  const refusal = useRefusalWords();
  const { at, trouble } = saved;
  const time = at ? format.dateTime(at, { hour: '2-digit', minute: '2-digit', timeZone }) : '';
  return (
    <span role="status">
      {trouble ? (
        <strong>{trouble === 'offline' ? t('offline') : t('trouble', { why: refusal(trouble) })}</strong>
      ) : (
        <Quiet>{at ? t('at', { time }) : ''}</Quiet>
      )}
    </span>
  );
}
