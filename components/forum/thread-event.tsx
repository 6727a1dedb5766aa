// A line between posts: what was done to the thread, by whom, when and why.
import { useTranslations } from 'next-intl';
import { EntryEvent } from '@/components/ui/entry';
import { Time } from '@/components/ui/time';
import { threadAddress } from '@/lib/forum/model';
import type { ThreadEventView } from '@/lib/forum/moderation/model';

/** One sentence; the reason stands in it as it was written. */
export function ThreadEvent({ event, now }: { event: ThreadEventView; now: Date }) {
  const t = useTranslations('forum.events');
  const { kind, by, at, reason, detail } = event;
  return (
    <EntryEvent>
      {t.rich(kind, {
        name: by.name,
        title: detail.title ?? '',
        areas: (detail.areas ?? []).map(({ name }) => name).join(', '),
        tags: (detail.tags ?? []).join(', ') || t('noTags'),
        post: detail.post ?? '',
        person: detail.person ?? '',
        posts: detail.posts ?? 0,
        thread: () => <Elsewhere thread={detail.thread} />,
      })}
      , <Time at={at} now={now} />
      {reason ? <>. {t('reason', { reason })}</> : null}
    </EntryEvent>
  );
}

/** A thread the reader may not open is not named. */
function Elsewhere({ thread }: { thread: ThreadEventView['detail']['thread'] }) {
  const t = useTranslations('forum.events');
  return thread ? <a href={threadAddress(thread)}>{thread.title}</a> : t('elsewhere');
}
