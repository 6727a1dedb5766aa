'use client';
// "Inviato": who will receive it, and the ten seconds in which it can still be taken back.
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { type FormAction, PostButton } from '@/components/ui/button';
import { timeZone } from '@/lib/core/time';

type SentNoticeProps = {
  postId: string;
  until: Date;
  now: Date;
  people: number;
  takeBack: FormAction;
  back: string;
};

/** Goes by itself when the time is over; without a script it says until when. */
export function SentNotice({ postId, until, now, people, takeBack, back }: SentNoticeProps) {
  const t = useTranslations('writing.sent');
  const format = useFormatter();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), Math.max(0, until.getTime() - now.getTime()));
    return () => clearTimeout(timer);
  }, [until, now]);
  if (isOver) return null;
  const time = format.dateTime(until, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  });
  return (
    <Alert kind="good" title={t('title')}>
      <p>{t('line', { people, time })}</p>
      <PostButton action={takeBack} fields={{ post: postId, back }} kind="secondary" small>
        {t('undo')}
      </PostButton>
    </Alert>
  );
}
