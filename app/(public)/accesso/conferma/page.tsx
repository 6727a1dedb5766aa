// Where a mailed link leads: a button that uses it, because whoever only opens the page (a mail scanner) must not.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/components/access/sign-in-form';
import { Alert } from '@/components/ui/alert';
import { PostButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { isLinkValid } from '@/lib/auth/is-link-valid';
import { returnPath } from '@/lib/auth/return-path';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { confirmSignIn, requestLink } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.confirm');
  return { title: t('title'), robots: { index: false } };
}

export default async function ConfirmPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParams;
  const [email, token] = [queryValue(query.indirizzo), queryValue(query.codice)];
  const returnTo = returnPath(queryValue(query.ritorno));
  const isValid = token !== '' && (await isLinkValid(await currentContext(), email, token));
  if (!isValid) return <Expired email={email} returnTo={returnTo} />;
  const t = await getTranslations('access.confirm');
  const isShared = queryValue(query.condiviso) === '1';
  const fields = { indirizzo: email, codice: token, ritorno: returnTo, condiviso: isShared ? '1' : '' };
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line', { email })} />
      <PostButton action={confirmSignIn} fields={fields}>
        {t('submit')}
      </PostButton>
      <Prose>
        <p>{isShared ? t('shared') : t('own')}</p>
      </Prose>
    </Stack>
  );
}

/** Says that the link no longer works and offers a new one to the same address and page. */
async function Expired({ email, returnTo }: { email: string; returnTo: string }) {
  const t = await getTranslations('access.expired');
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      <Alert kind="needs" title={t('alert')}>
        <p>{t('advice')}</p>
      </Alert>
      <ClientWords rooms={['access']}>
        <SignInForm action={requestLink} email={email} returnTo={returnTo} />
      </ClientWords>
    </Stack>
  );
}
