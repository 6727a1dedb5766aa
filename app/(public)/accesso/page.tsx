// The door: an address is enough, the link comes by mail.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/components/access/sign-in-form';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { returnPath } from '@/lib/auth/return-path';
import { findInvitationState } from '@/lib/people/seats/queries';
import { currentContext, currentVisitor } from '@/lib/web/context';
import { waitingAddress } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { requestLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.page');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: PageQuery }) {
  const { ritorno, indirizzo, invito } = await searchParams;
  const returnTo = returnPath(queryValue(ritorno));
  const ctx = await currentContext();
  if (ctx.actor.kind === 'member') redirect(returnTo);
  const { waiting } = await currentVisitor();
  if (waiting) redirect(waitingAddress(waiting.for, returnTo));
  const state = await findInvitationState(ctx, queryValue(invito));
  const t = await getTranslations('access.page');
  return (
    <Stack>
      <PageHead title={t('title')} line={returnTo === '/' ? t('line') : t('lineBack')} />
      {state === 'expired' || state === 'revoked' ? (
        <Alert kind="needs" title={t(`invitations.${state}`)}>
          <p>{t(`invitations.${state}Line`)}</p>
        </Alert>
      ) : null}
      <ClientWords rooms={['access']}>
        <SignInForm action={requestLink} email={queryValue(indirizzo)} returnTo={returnTo} />
      </ClientWords>
      <Prose>
        <p>{t('invited')}</p>
      </Prose>
    </Stack>
  );
}
