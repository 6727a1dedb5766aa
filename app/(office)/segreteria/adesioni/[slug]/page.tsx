// One adhesion for the secretariat: facts at the left, the decision at the right, the history below.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ActFacts } from '@/components/membership/act-facts';
import { ActFileList } from '@/components/membership/act-files';
import { ApplicantFacts } from '@/components/membership/applicant-facts';
import { Decisions } from '@/components/membership/decisions';
import { History } from '@/components/membership/history';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Columns, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { demand } from '@/lib/core/verdict';
import { findAct } from '@/lib/membership/acts/queries';
import { findApplicationOf } from '@/lib/membership/applying/queries';
import { everyDeed } from '@/lib/membership/model';
import { isStepFrom, mayExamine } from '@/lib/membership/policy';
import { findAdherent, listHistory, listMergeTargets } from '@/lib/membership/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { decide } from '../actions';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

const addressOf = (slug: string) => `/segreteria/adesioni/${encodeURIComponent(slug)}`;

const read = cache((slug: string) =>
  readPage(addressOf(slug), async (ctx) => {
    demand(mayExamine(ctx.actor));
    const adherent = await findAdherent(ctx, slug);
    const [application, steps, targets] = await Promise.all([
      findApplicationOf(ctx, adherent.id),
      listHistory(ctx, adherent.id),
      listMergeTargets(ctx, adherent.id),
    ]);
    const act = application?.resolutionId ? await findAct(ctx, application.resolutionId) : null;
    return { adherent, application, steps, targets, act, now: ctx.now };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug)).adherent.name };
}

export default async function AdhesionPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { adherent, application, steps, targets, act, now } = await read(slug);
  const t = await getTranslations('adhesion');
  const state = steps.at(-1)?.state ?? null;
  const told = queryValue((await searchParams).fatto);
  const done = everyDeed.find((deed) => deed === told);
  return (
    <Stack gap="large">
      <PageHead
        title={adherent.name}
        crumbs={[{ label: t('work.title'), href: '/segreteria/adesioni' }, { label: adherent.name }]}
        line={t(`states.${state ?? 'none'}`)}
        action={
          isStepFrom('withdraw', state) ? (
            <LinkButton kind="quiet" href={`/enti/${encodeURIComponent(slug)}/recesso`}>
              {t('leave.link')}
            </LinkButton>
          ) : undefined
        }
      />
      {done ? <Alert kind="good" title={t('examine.done', { deed: t(`deeds.${done}`) })} /> : null}
      <Columns
        railLabel={t('examine.decision')}
        rail={
          <ClientWords rooms={['adhesion.examine']}>
            <Decisions
              state={state}
              organizationId={adherent.id}
              name={adherent.name}
              targets={targets}
              action={decide}
              page={addressOf(slug)}
            />
          </ClientWords>
        }
      >
        <Stack gap="large">
          {application ? <ApplicantFacts application={application} now={now} /> : null}
          {act ? (
            <Section title={t('act.title')}>
              <ActFacts act={act} />
              <ActFileList files={act.files} query="" />
            </Section>
          ) : (
            <EmptyState>{t('examine.noAct')}</EmptyState>
          )}
        </Stack>
      </Columns>
      <Section title={t('history.title')}>
        <History steps={steps} now={now} />
      </Section>
    </Stack>
  );
}
