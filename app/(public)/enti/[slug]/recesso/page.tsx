// A member leaves: the act of withdrawal with its file, then the notice runs.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActFileList, ActUpload } from '@/components/membership/act-files';
import { ActForm } from '@/components/membership/act-form';
import { ActSaved } from '@/components/membership/act-saved';
import { Alert } from '@/components/ui/alert';
import { PostButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { dayWords } from '@/lib/core/time';
import { demand } from '@/lib/core/verdict';
import { findAct } from '@/lib/membership/acts/queries';
import { findApplicationOf } from '@/lib/membership/applying/queries';
import { isStepFrom, mayTakeStep } from '@/lib/membership/policy';
import { findAdherent, findAgreement, listHistory } from '@/lib/membership/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { dropFile, keepWithdrawal, openLeaving, sendWithdrawal } from './actions';

type Props = { params: Promise<{ slug: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.leave'))('title') };
}

export default async function LeavePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = `/enti/${encodeURIComponent(slug)}/recesso`;
  const read = await readPage(page, async (ctx) => {
    const adherent = await findAdherent(ctx, slug);
    const steps = await listHistory(ctx, adherent.id);
    const last = steps.at(-1) ?? null;
    const state = last?.state ?? null;
    demand(mayTakeStep(ctx.actor, 'withdraw', { organizationId: adherent.id, state }));
    const application = await findApplicationOf(ctx, adherent.id);
    const open = application?.purpose === 'withdraw' && !application.closedAt ? application : null;
    const act = open?.resolutionId ? await findAct(ctx, open.resolutionId) : null;
    return { adherent, last, state, open, act, notice: (await findAgreement(ctx)).noticeDays };
  });
  const { adherent, last, state, open, act, notice } = read;
  const [t, list] = await Promise.all([getTranslations('adhesion'), getTranslations('directory.list')]);
  const query = await searchParams;
  const wrong = await refusalWords(queryValue(query.avviso));
  const fields = { ente: slug, organizationId: adherent.id };
  return (
    <Stack gap="large">
      <PageHead
        title={t('leave.title')}
        crumbs={[
          { label: list('title'), href: '/enti' },
          { label: adherent.name, href: `/enti/${encodeURIComponent(slug)}` },
          { label: t('leave.title') },
        ]}
        line={t('leave.line', { days: notice })}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {act && queryValue(query.fatto) === 'atto' ? <ActSaved /> : null}
      {state === 'withdrawing' && last?.termOn ? <Running day={last.termOn} /> : null}
      {isStepFrom('withdraw', state) && !open ? (
        <PostButton action={openLeaving} fields={fields} kind="danger">
          {t('leave.open')}
        </PostButton>
      ) : null}
      {!isStepFrom('withdraw', state) && state !== 'withdrawing' ? <p>{t('leave.none')}</p> : null}
      {open ? (
        <Section title={t('act.formTitle')}>
          <ClientWords rooms={['adhesion.act', 'adhesion.organs']}>
            <ActForm action={keepWithdrawal} saved={open.act} fields={fields} page={page} />
          </ClientWords>
        </Section>
      ) : null}
      {act ? (
        <Section title={t('files.title')} id="carica">
          <Stack>
            <ActFileList files={act.files} query="" remove={dropFile} fields={fields} />
            <ActUpload to={`/api/adesioni/atto?ente=${encodeURIComponent(slug)}`} wrong={wrong} signer="" />
            <Prose>
              <p>{t('leave.sendLine')}</p>
            </Prose>
            <PostButton action={sendWithdrawal} fields={fields} kind="danger">
              {t('leave.send')}
            </PostButton>
          </Stack>
        </Section>
      ) : null}
    </Stack>
  );
}

async function Running({ day }: { day: string }) {
  const [t, locale] = await Promise.all([getTranslations('adhesion.leave'), getLocale()]);
  const at = new Date(`${day}T12:00:00Z`);
  return <Alert kind="info" title={t('running', { day: dayWords(at, at, locale).full })} />;
}
