// The seats of an organisation: who holds them, who is invited, what leavers left.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { handOverTo } from '@/app/(public)/enti/[slug]/actions';
import { HandOverForm } from '@/components/directory/hand-over-form';
import { InviteForm } from '@/components/directory/invite-form';
import { SeatTable } from '@/components/directory/seat-table';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listLeavers, listWorkAtHand } from '@/lib/forum/leavers/queries';
import { mayHandOver } from '@/lib/forum/policy';
import { mayEndSeat, rolesToGive } from '@/lib/people/policy';
import { type SeatRow, seatsAddress } from '@/lib/people/seats/model';
import { listSeats } from '@/lib/people/seats/queries';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { end, invite, revoke, sendAgain } from './actions';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

const deeds = ['invited', 'sent', 'revoked', 'ended'] as const;
const read = cache((slug: string) => readPage(seatsAddress(slug), (ctx) => listSeats(ctx, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await read((await params).slug);
  const t = await getTranslations('directory.seats');
  return { title: t('titleOf', { organization: organization.name }) };
}

export default async function SeatsPage({ params, searchParams }: Props) {
  const { organization, seats } = await read((await params).slug);
  const { slug, name, id: organizationId } = organization;
  const ctx = await currentContext();
  const t = await getTranslations('directory');
  const isHandingOver = mayHandOver(ctx.actor, organizationId).allowed;
  const changeable = seats.filter(({ role }) => mayEndSeat(ctx.actor, { organizationId, role }).allowed);
  const actions = { resend: sendAgain, revoke, end, work: isHandingOver ? await listWorkAtHand(ctx) : null };
  return (
    <Stack gap="large">
      <PageHead
        title={t('seats.titleOf', { organization: name })}
        crumbs={[
          { label: t('list.title'), href: '/enti' },
          { label: name, href: `/enti/${encodeURIComponent(slug)}` },
          { label: t('seats.title') },
        ]}
        line={t('seats.line')}
      />
      <Told query={await searchParams} />
      {seats.length === 0 ? (
        <EmptyState>{t('seats.empty')}</EmptyState>
      ) : (
        <SeatTable
          organization={organization}
          seats={seats}
          now={ctx.now}
          actions={actions}
          changeable={new Set(changeable.map(({ id }) => id))}
        />
      )}
      {isHandingOver ? <Leavers slug={slug} seats={seats} /> : null}
      <Section title={t('seats.invite')} id="invita">
        <p>{t('seats.inviteLine')}</p>
        <ClientWords rooms={['directory.seats', 'frame.roles']}>
          <InviteForm
            action={invite}
            organization={slug}
            roles={rolesToGive(ctx.actor, organization)}
            page={seatsAddress(slug)}
          />
        </ClientWords>
      </Section>
    </Stack>
  );
}

/** Said once, after a button or the form brought one back. */
async function Told({ query }: { query: Awaited<PageQuery> }) {
  const wrong = await refusalWords(queryValue(query.avviso));
  const done = deeds.find((deed) => deed === queryValue(query.fatto));
  const t = await getTranslations('directory.seats.done');
  if (wrong) return <Alert kind="bad" title={wrong} />;
  return done ? <Alert kind="good" title={t(done)} /> : null;
}

/** Right where somebody's seat was ended. */
async function Leavers({ slug, seats }: { slug: string; seats: readonly SeatRow[] }) {
  const leavers = await listLeavers(await currentContext());
  const t = await getTranslations('directory.leavers');
  const held = seats.filter(({ state, role }) => state === 'active' && role !== 'reader');
  const colleagues = new Map(held.map(({ personId, name }) => [personId, { id: personId, name }]));
  if (leavers.length === 0) return null;
  return (
    <Section title={t('title')} id="consegne">
      <p>{t('line')}</p>
      <ClientWords rooms={['directory']}>
        {leavers.map((leaver) => (
          <HandOverForm
            key={leaver.id}
            action={handOverTo}
            leaver={leaver}
            colleagues={[...colleagues.values()]}
            page={seatsAddress(slug)}
          />
        ))}
      </ClientWords>
    </Section>
  );
}
