// One organisation: its data for everybody, its people for members.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { resumeMail } from '@/app/frame-actions';
import { ColleagueTable } from '@/components/directory/colleague-table';
import { HandOverForm } from '@/components/directory/hand-over-form';
import { OrganizationFacts } from '@/components/directory/organization-facts';
import { ThreadRows } from '@/components/forum/thread-rows';
import { History } from '@/components/membership/history';
import { StoppedAddresses } from '@/components/office/stopped-addresses';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Line, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { contributionAddress } from '@/lib/forum/contributions/model';
import { findContributor, listContributions } from '@/lib/forum/contributions/queries';
import { listLeavers } from '@/lib/forum/leavers/queries';
import { mayHandOver } from '@/lib/forum/policy';
import { listStoppedColleagues } from '@/lib/mailing/office/queries';
import { isStepFrom, mayReadHistory, mayTakeStep } from '@/lib/membership/policy';
import { listHistoryOf } from '@/lib/membership/queries';
import type { OrganizationView } from '@/lib/people/model';
import { mayReadSeats } from '@/lib/people/policy';
import { findOrganization } from '@/lib/people/queries';
import { seatsAddress } from '@/lib/people/seats/model';
import { organizationCardAddress } from '@/lib/people/vcards/model';
import { currentContext } from '@/lib/web/context';
import { signInAddress } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { wordsMoment } from '@/lib/web/words-moment';
import { handOverTo } from './actions';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

const addressOf = (slug: string) => `/enti/${encodeURIComponent(slug)}`;
const read = cache((slug: string) => readPage(addressOf(slug), (ctx) => findOrganization(ctx, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug)).name };
}

export default async function OrganizationPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const organization = await read(slug);
  const t = await getTranslations('directory');
  const { people } = organization;
  const handsOver = await isOfReferent(slug);
  const leavers = handsOver ? await listLeavers(await currentContext()) : [];
  return (
    <Stack>
      <PageHead
        title={organization.name}
        crumbs={[{ label: t('list.title'), href: '/enti' }, { label: organization.name }]}
        line={organization.isLead ? <Badge kind="good">{t('lead')}</Badge> : null}
        action={<Deeds {...organization} />}
      />
      {handsOver ? <HandedOver query={await searchParams} /> : null}
      <OrganizationFacts organization={organization} />
      <Adhesion slug={slug} />
      <Section title={t('people.title')}>
        {people === null ? (
          <p>
            {t('people.forMembers')} <a href={signInAddress(addressOf(slug))}>{t('people.signIn')}</a>
          </p>
        ) : people.length === 0 ? (
          <EmptyState>{t('people.empty')}</EmptyState>
        ) : (
          <ColleagueTable people={people} slug={slug} />
        )}
      </Section>
      <InForum slug={organization.slug} />
      <StoppedColleagues slug={slug} query={await searchParams} />
      {people && leavers.length > 0 ? (
        <Section title={t('leavers.title')}>
          <p>{t('leavers.line')}</p>
          <ClientWords rooms={['directory']}>
            {leavers.map((leaver) => (
              <HandOverForm
                key={leaver.id}
                action={handOverTo}
                leaver={leaver}
                colleagues={people.map(({ id, name }) => ({ id, name }))}
                page={addressOf(slug)}
              />
            ))}
          </ClientWords>
        </Section>
      ) : null}
    </Stack>
  );
}

/** Since when it belongs to the network and by which acts; its own people see every step. */
async function Adhesion({ slug }: { slug: string }) {
  const ctx = await currentContext();
  const { id, steps } = await listHistoryOf(ctx, slug);
  if (steps.length === 0) return null;
  const state = steps.at(-1)?.state ?? null;
  const t = await getTranslations('adhesion');
  const mayLeave =
    isStepFrom('withdraw', state) &&
    mayTakeStep(ctx.actor, 'withdraw', { organizationId: id, state }).allowed;
  return (
    <Section title={t('history.label')}>
      <History steps={steps} now={wordsMoment(ctx)} />
      {mayLeave || (state === 'withdrawing' && mayReadHistory(ctx.actor, id).allowed) ? (
        <p>
          <a href={`${addressOf(slug)}/recesso`}>{t('leave.link')}</a>
        </p>
      ) : null}
    </Section>
  );
}

/** Its contact is everybody's to take; its seats are looked after by few. */
async function Deeds({ id, slug }: OrganizationView) {
  const { actor } = await currentContext();
  const t = await getTranslations('directory');
  return (
    <Line>
      {mayReadSeats(actor, id).allowed ? (
        <LinkButton kind="secondary" href={seatsAddress(slug)}>
          {t('seats.manage')}
        </LinkButton>
      ) : null}
      <LinkButton kind="quiet" href={organizationCardAddress(slug)}>
        {t('vcard')}
      </LinkButton>
    </Line>
  );
}

const latest = 5;

/** The threads it last took part in, as far as the reader may open them. */
async function InForum({ slug }: { slug: string }) {
  const ctx = await currentContext();
  const { id: organizationId } = await findContributor(ctx, slug);
  const rows = await listContributions(ctx, { organizationId, kind: 'all', page: 1, perPage: latest });
  const t = await getTranslations('forum.contributions');
  return (
    <Section title={t('section')}>
      {rows.length > 0 ? (
        <>
          <ThreadRows rows={rows} now={wordsMoment(ctx)} level={3} />
          <a href={contributionAddress(slug)}>{t('all')}</a>
        </>
      ) : (
        <EmptyState>{t('none')}</EmptyState>
      )}
    </Section>
  );
}

/** For the referent of this organisation, and the secretariat: whom mail does not reach. */
async function StoppedColleagues({ slug, query }: { slug: string; query: Awaited<PageQuery> }) {
  const ctx = await currentContext();
  const stopped = await listStoppedColleagues(ctx, slug);
  const wrong = await refusalWords(queryValue(query.avviso));
  const t = await getTranslations('office.stopped');
  return (
    <>
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {!wrong && queryValue(query.riattivato) ? <Alert kind="good" title={t('resumed')} /> : null}
      {stopped.length > 0 ? (
        <Section title={t('colleagues')}>
          <p>{t('line')}</p>
          <StoppedAddresses
            stopped={stopped}
            now={ctx.now}
            resume={resumeMail}
            back={`${addressOf(slug)}?riattivato=1`}
          />
        </Section>
      ) : null}
    </>
  );
}

/** Whether the reader hands over what leavers of this organisation left. */
async function isOfReferent(slug: string): Promise<boolean> {
  const { actor } = await currentContext();
  if (actor.kind !== 'member' || actor.seat.organization.slug !== slug) return false;
  return mayHandOver(actor, actor.seat.organization.id).allowed;
}

/** Said once, after the form brought one back. */
async function HandedOver({ query }: { query: Awaited<PageQuery> }) {
  const [threads, drafts] = [queryValue(query.discussioni), queryValue(query.bozze)].map(Number);
  const t = await getTranslations('directory.leavers');
  if (!threads && !drafts) return null;
  return <Alert kind="good" title={t('done', { threads: threads || 0, drafts: drafts || 0 })} />;
}
