// A list of threads: title and tags, who started it for whom, answers, last activity, solved, unread.
import { useLocale, useTranslations } from 'next-intl';
import { Badge, Tag } from '@/components/ui/badge';
import { Kept } from '@/components/ui/kept';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { dayOf } from '@/lib/core/time';
import { type ThreadRow, threadAddress } from '@/lib/forum/model';
import { Byline } from './byline';

type ThreadRowsProps = {
  rows: readonly ThreadRow[];
  now: Date;
  /** Where a row leads; to the thread unless said. */
  address?: (row: ThreadRow) => string;
  /** Below another heading: 3. */
  level?: 2 | 3;
};

/** Tags lead to the same list with that tag alone. */
export function ThreadRows({ rows, now, address = threadAddress, level }: ThreadRowsProps) {
  const t = useTranslations('forum');
  const locale = useLocale();
  return (
    <Rows label={t('threadList')}>
      {rows.map((row) => (
        <Kept key={row.id} part="thread row" locale={locale} of={[row, address(row), level, dayOf(now)]}>
          {() => <ThreadLine row={row} href={address(row)} level={level} now={now} />}
        </Kept>
      ))}
    </Rows>
  );
}

type ThreadLineProps = Pick<ThreadRowsProps, 'level' | 'now'> & { row: ThreadRow; href: string };

function ThreadLine({ row, href, level, now }: ThreadLineProps) {
  const t = useTranslations('forum');
  return (
    <Row
      href={href}
      level={level}
      title={row.title}
      unread={row.unread}
      badges={
        <>
          {row.solved ? (
            <Badge kind="good" icon="check">
              {t('solved')}
            </Badge>
          ) : null}
          {row.locked ? <Badge icon="lock">{t('locked')}</Badge> : null}
          {row.pinned ? <Badge>{t('pinned')}</Badge> : null}
          {row.tags.map((tag) => (
            <Tag key={tag} href={`/forum/${row.areaSlug}?etichetta=${encodeURIComponent(tag)}`}>
              {tag}
            </Tag>
          ))}
        </>
      }
      line={<Byline by={row.startedBy} />}
      aside={<Activity row={row} now={now} />}
    />
  );
}

function Activity({ row, now }: { row: ThreadRow; now: Date }) {
  const t = useTranslations('forum');
  return (
    <>
      <div>{t('answers', { count: row.answers })}</div>
      <div>
        <Time at={row.lastPostAt} now={now} />
        {row.lastPostBy ? <> · {row.lastPostBy}</> : null}
      </div>
    </>
  );
}
