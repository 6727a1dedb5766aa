// The areas of the forum, each with what it is for and how lively it is.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import type { AreaView } from '@/lib/forum/model';

/** Only the areas the reader may open are given. */
export function AreaRows({ areas, now }: { areas: readonly AreaView[]; now: Date }) {
  const t = useTranslations('forum');
  if (areas.length === 0) return <EmptyState>{t('noAreas')}</EmptyState>;
  return (
    <Rows label={t('areas')}>
      {areas.map((area) => (
        <Row
          key={area.id}
          href={`/forum/${area.slug}`}
          title={area.name}
          badges={area.audience === 'network' ? null : <Badge>{t(`audience.${area.audience}`)}</Badge>}
          line={area.description}
          aside={
            <>
              <div>{t('threads', { count: area.threads })}</div>
              {area.lastPostAt ? (
                <div>
                  {t('lastPost')} <Time at={area.lastPostAt} now={now} />
                </div>
              ) : null}
            </>
          }
        />
      ))}
    </Rows>
  );
}
