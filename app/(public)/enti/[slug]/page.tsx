// One organisation: its data for everybody, its people for members.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ColleagueTable } from '@/components/directory/colleague-table';
import { OrganizationFacts } from '@/components/directory/organization-facts';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { findOrganization } from '@/lib/people/queries';
import { signInAddress } from '@/lib/web/gate';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ slug: string }> };

const addressOf = (slug: string) => `/enti/${encodeURIComponent(slug)}`;
const read = cache((slug: string) => readPage(addressOf(slug), (ctx) => findOrganization(ctx, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug)).name };
}

export default async function OrganizationPage({ params }: Props) {
  const { slug } = await params;
  const organization = await read(slug);
  const t = await getTranslations('directory');
  const { people } = organization;
  return (
    <Stack>
      <PageHead
        title={organization.name}
        crumbs={[{ label: t('list.title'), href: '/enti' }, { label: organization.name }]}
        line={organization.isLead ? <Badge kind="good">{t('lead')}</Badge> : null}
      />
      <OrganizationFacts organization={organization} />
      <Section title={t('people.title')}>
        {people === null ? (
          <p>
            {t('people.forMembers')} <a href={signInAddress(addressOf(slug))}>{t('people.signIn')}</a>
          </p>
        ) : people.length === 0 ? (
          <EmptyState>{t('people.empty')}</EmptyState>
        ) : (
          <ColleagueTable people={people} />
        )}
      </Section>
    </Stack>
  );
}
