// Where a thread stands, in words: solved by whom, a question unanswered since when, how many answers.
import { useTranslations } from 'next-intl';
import { Badge, Tag } from '@/components/ui/badge';
import { Line } from '@/components/ui/layout';
import { type ThreadView, threadAddress } from '@/lib/forum/model';

const day = 86_400_000;

/** The line under a thread's title. */
export function ThreadState({ thread, now }: { thread: ThreadView; now: Date }) {
  const t = useTranslations('forum');
  return (
    <Line>
      <State thread={thread} now={now} />
      {thread.locked ? <Badge icon="lock">{t('locked')}</Badge> : null}
      {thread.pinned ? <Badge>{t('pinned')}</Badge> : null}
      {thread.areas.map((area) => (
        <a key={area.slug} href={`/forum/${area.slug}`}>
          {area.name}
        </a>
      ))}
      {thread.tags.map((tag) => (
        <Tag key={tag} href={`/forum/${thread.areaSlug}?etichetta=${encodeURIComponent(tag)}`}>
          {tag}
        </Tag>
      ))}
      {thread.areas.some((area) => area.audience === 'public') ? <Badge>{t('audience.public')}</Badge> : null}
    </Line>
  );
}

function State({ thread, now }: { thread: ThreadView; now: Date }) {
  const t = useTranslations('forum');
  const { solvedBy } = thread;
  if (solvedBy) {
    return (
      <Badge kind="good" icon="check">
        <a href={`${threadAddress(thread)}?m=${solvedBy.number}#m${solvedBy.number}`}>
          {t('solvedBy', { name: solvedBy.author })}
        </a>
      </Badge>
    );
  }
  const answers = t('answers', { count: thread.answers });
  if (thread.answers > 0 || !thread.isQuestion) return <Badge>{answers}</Badge>;
  // A page that is read at any time cannot say for how long.
  if (now < thread.startedAt) return <Badge kind="needs">{answers}</Badge>;
  const days = Math.floor((now.getTime() - thread.startedAt.getTime()) / day);
  return <Badge kind="needs">{t('unansweredFor', { days })}</Badge>;
}
