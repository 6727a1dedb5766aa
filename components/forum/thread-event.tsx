// A line between posts: what was done to the thread, by whom, when and why.
import { useTranslations } from 'next-intl';
import { EntryEvent } from '@/components/ui/entry';
import { Time } from '@/components/ui/time';
import type { ThreadEventView } from '@/lib/forum/moderation/model';

/** One sentence; the reason stands in it as it was written. */
export function ThreadEvent({ event, now }: { event: ThreadEventView; now: Date }) {
  const t = useTranslations('forum.events');
  const { kind, by, at, reason, detail } = event;
  return (
    <EntryEvent>
      {t(kind, {
        name: by.name,
        title: detail.title ?? '',
        areas: (detail.areas ?? []).map(({ name }) => name).join(', '),
        tags: (detail.tags ?? []).join(', ') || t('noTags'),
        post: detail.post ?? '',
        person: detail.person ?? '',
      })}
      , <Time at={at} now={now} />
      {reason ? <>. {t('reason', { reason })}</> : null}
    </EntryEvent>
  );
}
