// A person's second factor: set up in three steps, then its state, its recovery codes and its end.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/components/access/code-form';
import { DrawnCode } from '@/components/access/drawn-code';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { Facts } from '@/components/ui/facts';
import { Said, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { returnPath } from '@/lib/auth/return-path';
import { beginSecondFactor } from '@/lib/auth/second-factor/begin-second-factor';
import { drawCode } from '@/lib/auth/second-factor/draw-code';
import { findSecondFactor } from '@/lib/auth/second-factor/queries';
import { currentContext, currentVisitor } from '@/lib/web/context';
import { signInAddress, waitingAddress } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { confirm, remove, renew } from './actions';
import { holderOf } from './holder';

const page = '/profilo/secondo-fattore';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.factor'))('title') };
}

export default async function SecondFactorPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParams;
  const back = returnPath(queryValue(query.ritorno));
  const visitor = await currentVisitor();
  if (visitor.waiting?.for === 'code') redirect(waitingAddress('code', page));
  const holder = holderOf(visitor);
  if (!holder) redirect(signInAddress(page));
  const ctx = await currentContext();
  const [t, profile] = await Promise.all([getTranslations('access.factor'), getTranslations('profile.page')]);
  const state = await findSecondFactor(ctx, holder.personId);
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        crumbs={[{ label: profile('title'), href: '/profilo' }, { label: t('title') }]}
        line={t('line')}
      />
      {visitor.waiting ? <Alert kind="needs" title={t('needed')} /> : null}
      {queryValue(query.fatto) === 'tolto' ? <Alert kind="good" title={t('removed')} /> : null}
      <ClientWords rooms={['access.code']}>
        {state.isOn ? (
          <InUse codesLeft={state.codesLeft} isRequired={state.isRequired} />
        ) : (
          <SetUp personId={holder.personId} back={back} />
        )}
      </ClientWords>
    </Stack>
  );
}

async function SetUp({ personId, back }: { personId: string; back: string }) {
  const t = await getTranslations('access.factor');
  const { secret, link } = await beginSecondFactor(await currentContext(), personId);
  return (
    <>
      <Section title={t('scan.title')}>
        <p>{t('scan.line')}</p>
        <DrawnCode code={drawCode(link)} label={t('scan.picture')} />
        <p>
          {t('scan.key')} <Said>{secret.replace(/(.{4})/g, '$1 ').trim()}</Said>
        </p>
        <p>
          <a href={link}>{t('scan.link')}</a>
        </p>
      </Section>
      <Section title={t('prove.title')}>
        <CodeForm
          action={confirm}
          id="code"
          button={t('prove.submit')}
          hint={t('prove.hint')}
          page={page}
          fields={{ ritorno: back }}
        />
      </Section>
    </>
  );
}

async function InUse({ codesLeft, isRequired }: { codesLeft: number; isRequired: boolean }) {
  const t = await getTranslations('access.factor');
  return (
    <>
      <Facts
        facts={[
          { label: t('state'), value: t('on') },
          { label: t('codesLeft'), value: t('codes', { count: codesLeft }) },
        ]}
      />
      <Section title={t('renew.title')}>
        <p>{t('renew.line')}</p>
        <CodeForm
          action={renew}
          id="renew"
          button={t('renew.submit')}
          hint={t('prove.hint')}
          page={page}
          kind="secondary"
        />
      </Section>
      <Section title={t('remove.title')}>
        {isRequired ? (
          <p>{t('remove.required')}</p>
        ) : (
          <CodeForm
            action={remove}
            id="remove"
            button={t('remove.submit')}
            hint={t('prove.hint')}
            page={page}
            kind="danger"
          />
        )}
      </Section>
    </>
  );
}
