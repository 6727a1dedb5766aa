// Where the confirming link leads: a button, because whoever only opens the page (a mail scanner) must not confirm.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { LinkButton, PostButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Refusal } from '@/lib/core/refusal';
import type { SealedLink } from '@/lib/membership/applying/model';
import { openLink } from '@/lib/membership/applying/open-link';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { refusalWords } from '@/lib/web/refusal-words';
import { confirm } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.confirm'))('title'), robots: { index: false } };
}

export default async function ConfirmPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParams;
  const sealed = queryValue(query.codice);
  const { now } = await currentContext();
  const { link, reason } = opened(sealed, now);
  const wrong = await refusalWords(queryValue(query.avviso) || reason);
  const t = await getTranslations('adhesion.confirm');
  if (!link || wrong) {
    return (
      <Stack>
        <PageHead title={t('title')} />
        <Alert kind="needs" title={wrong ?? ''}>
          <p>{t('again')}</p>
        </Alert>
        <div>
          <LinkButton href="/adesione/domanda">{t('begin')}</LinkButton>
        </div>
      </Stack>
    );
  }
  const name = link.for === 'application' ? link.communeName : link.name;
  return (
    <Stack>
      <PageHead title={t('title')} line={t(`line.${link.for}`, { email: link.email, name })} />
      <PostButton action={confirm} fields={{ codice: sealed }}>
        {t('submit')}
      </PostButton>
    </Stack>
  );
}

function opened(sealed: string, now: Date): { link: SealedLink | null; reason: string } {
  try {
    return { link: openLink(sealed, now), reason: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { link: null, reason: error.reason };
  }
}
