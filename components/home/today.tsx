// "Oggi": what is new in the areas one follows, grouped by area, with the first words of what is new.
import { useTranslations } from 'next-intl';
import { Byline } from '@/components/forum/byline';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/layout';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { type NewsGroup, postAddress } from '@/lib/forum/model';

/** Each row leads to the first post not yet read. */
export function Today({ groups, now }: { groups: readonly NewsGroup[]; now: Date }) {
  const t = useTranslations('forum');
  if (groups.length === 0) {
    return <EmptyState action={<a href="/forum">{t('openForum')}</a>}>{t('allRead')}</EmptyState>;
  }
  return (
    <Stack gap="large">
      {groups.map(({ area, threads, more }) => (
        <Section key={area.slug} title={<a href={`/forum/${area.slug}`}>{area.name}</a>}>
          <Rows label={area.name}>
            {threads.map((item) => (
              <Row
                key={item.id}
                level={3}
                unread
                href={postAddress(item, item.firstUnread)}
                title={item.title}
                line={<Byline by={item.startedBy} />}
                excerpt={item.opening}
                aside={
                  <>
                    <div>{t('answers', { count: item.answers })}</div>
                    <Time at={item.lastPostAt} now={now} />
                  </>
                }
              />
            ))}
          </Rows>
          {more > 0 ? (
            <p>
              <a href={`/forum/${area.slug}`}>{t('moreInArea', { count: more })}</a>
            </p>
          ) : null}
        </Section>
      ))}
    </Stack>
  );
}
