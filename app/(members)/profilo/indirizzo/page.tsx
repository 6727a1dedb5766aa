// Where the mail to a new address leads: a button, because whoever only opens the page must change nothing.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddressChangeForm } from '@/components/profile/address-change-form';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { readAddressLink } from '@/lib/people/addresses/read-address-link';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { takeAddress } from './actions';

type Link = Record<'email' | 'until' | 'seal', string>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.address');
  return { title: t('title'), robots: { index: false } };
}

export default async function AddressPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParams;
  const [email, until, seal] = [query.indirizzo, query.fino, query.sigillo].map(queryValue);
  const link = { email: email ?? '', until: until ?? '', seal: seal ?? '' };
  const said = { indirizzo: link.email, fino: link.until, sigillo: link.seal };
  const ctx = await demandMember(`/profilo/indirizzo?${new URLSearchParams(said)}`);
  const t = await getTranslations('profile.address');
  const isGood = works(ctx, link);
  return (
    <Stack>
      <PageHead title={t('title')} line={isGood ? t('confirmLine', { email: link.email }) : undefined} />
      {isGood ? (
        <ClientWords rooms={['profile.address']}>
          <AddressChangeForm action={takeAddress} link={link} />
        </ClientWords>
      ) : (
        <Alert kind="needs" title={t('expired')}>
          <p>
            {t('expiredLine')} <a href="/profilo#indirizzo">{t('again')}</a>
          </p>
        </Alert>
      )}
    </Stack>
  );
}

/** One that was mailed to somebody else, is too old, or was changed, works for nobody. */
function works(ctx: MemberContext, link: Link): boolean {
  try {
    readAddressLink(ctx, link);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
