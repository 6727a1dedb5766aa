// The seats of one organisation, for its referents and the secretariat: who is in, who was invited, who was last here when.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/directory/invite-form';
import { SeatTable } from '@/components/directory/seat-table';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listSeats } from '@/lib/people/seats/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { end, invite, resend, revoke } from './actions';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory.seats'))('title') };
}

const done = ['invited', 'resent', 'revoked', 'ended'] as const;

export default async function SeatsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = `/enti/${encodeURIComponent(slug)}/incarichi`;
  const { organization, now } = await readPage(page, async (ctx) => ({
    organization: await listSeats(ctx, slug),
    now: ctx.now,
  }));
  const [t, list] = await Promise.all([
    getTranslations('directory.seats'),
    getTranslations('directory.list'),
  ]);
  const query = await searchParams;
  const wrong = await refusalWords(queryValue(query.avviso));
  const told = done.find((word) => word === queryValue(query.fatto));
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        crumbs={[
          { label: list('title'), href: '/enti' },
          { label: organization.name, href: `/enti/${encodeURIComponent(slug)}` },
          { label: t('title') },
        ]}
        line={t('line')}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {told ? <Alert kind="good" title={t(`done.${told}`)} /> : null}
      <SeatTable seats={organization.seats} now={now} page={page} actions={{ resend, revoke, end }} />
      <Section title={t('inviteTitle')} id="invita">
        <ClientWords rooms={['directory.seats', 'frame.roles']}>
          <InviteForm action={invite} organization={slug} page={page} />
        </ClientWords>
      </Section>
      <Prose>
        <p>
          {t('handOver')} <a href={`/enti/${encodeURIComponent(slug)}`}>{organization.name}</a>
        </p>
      </Prose>
    </Stack>
  );
}
