// Home for who is not signed in: what the network is, who belongs to it, what is new, the two doors.
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Columns, Prose, Section, Stack, Tiles } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { type ThreadRow, threadAddress } from '@/lib/forum/model';

export type MemberCommune = { slug: string; name: string; isLead: boolean };

type WelcomeProps = {
  communes: readonly MemberCommune[];
  /** Public threads, newest first. */
  news: readonly ThreadRow[];
  now: Date;
};

/** No picture: two sentences, a count and names. */
export function Welcome({ communes, news, now }: WelcomeProps) {
  const t = useTranslations('home');
  const lead = communes.find((commune) => commune.isLead);
  return (
    <>
      <PageHead title={t('title')} />
      <Stack gap="large">
        <Prose>
          <p>{t('what', { lead: lead?.name ?? t('leadUnknown') })}</p>
          <p>{t('since')}</p>
        </Prose>
        <Tiles>
          <Card title={t('signInTitle')} foot={<LinkButton href="/accesso">{t('signIn')}</LinkButton>}>
            <p>{t('signInText')}</p>
          </Card>
          <Card
            title={t('joinTitle')}
            foot={
              <LinkButton kind="secondary" href="/adesione">
                {t('join')}
              </LinkButton>
            }
          >
            <p>{t('joinText')}</p>
          </Card>
        </Tiles>
        <Columns railLabel={t('news')} rail={<News news={news} now={now} />}>
          <Section title={t('communes', { count: communes.length })}>
            {communes.length === 0 ? <EmptyState>{t('noCommunes')}</EmptyState> : null}
            <ul>
              {communes.map(({ slug, name, isLead }) => (
                <li key={slug}>
                  <a href={`/enti/${slug}`}>{name}</a>
                  {isLead ? <> · {t('lead')}</> : null}
                </li>
              ))}
            </ul>
            <p>
              <a href="/enti">{t('allOrganizations')}</a>
            </p>
          </Section>
        </Columns>
      </Stack>
    </>
  );
}

function News({ news, now }: Pick<WelcomeProps, 'news' | 'now'>) {
  const t = useTranslations('home');
  return (
    <Section title={t('news')}>
      {news.length > 0 ? (
        <Rows label={t('news')}>
          {news.map((row) => (
            <Row
              key={row.id}
              level={3}
              href={threadAddress(row)}
              title={row.title}
              line={<Time at={row.startedAt} now={now} />}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState>{t('noNews')}</EmptyState>
      )}
    </Section>
  );
}
