// The second half of signing in: a code, where the person has set one up.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signOut } from '@/app/frame-actions';
import { CodeForm } from '@/components/access/code-form';
import { PostButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { returnPath } from '@/lib/auth/return-path';
import { currentVisitor } from '@/lib/web/context';
import { signInAddress } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { giveCode } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.code'))('title'), robots: { index: false } };
}

export default async function CodePage({ searchParams }: { searchParams: PageQuery }) {
  const back = returnPath(queryValue((await searchParams).ritorno));
  const { actor, waiting } = await currentVisitor();
  if (waiting?.for !== 'code') redirect(actor.kind === 'member' ? back : signInAddress(back));
  const t = await getTranslations('access.code');
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      <ClientWords rooms={['access.code']}>
        <CodeForm
          action={giveCode}
          id="code"
          button={t('submit')}
          hint={t('hint')}
          page={`/accesso/codice?${new URLSearchParams({ ritorno: back })}`}
          fields={{ ritorno: back }}
        />
      </ClientWords>
      <Prose>
        <p>{t('lost')}</p>
      </Prose>
      <PostButton action={signOut} kind="quiet">
        {t('leave')}
      </PostButton>
    </Stack>
  );
}
