// The address under which a person's feed program reads, made and taken back here.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Facts } from '@/components/ui/facts';

type FeedAddressProps = {
  /** Of the feed of all one follows; null where none was made. */
  address: string | null;
  make: FormAction;
  revoke: FormAction;
};

/** Whoever has the address reads with it, so that taking it back is always at hand. */
export function FeedAddress({ address, make, revoke }: FeedAddressProps) {
  const t = useTranslations('profile.feeds');
  const fields = { back: '/profilo#feed' };
  if (!address) {
    return (
      <PostButton action={make} fields={fields} kind="secondary">
        {t('make')}
      </PostButton>
    );
  }
  return (
    <>
      <Facts facts={[{ label: t('followed'), value: <a href={address}>{address}</a> }]} />
      <p>{t('areas')}</p>
      <Dialog opener={t('revoke')} title={t('revokeTitle')} small>
        <p>{t('revokeLine')}</p>
        <PostButton action={revoke} fields={fields} kind="danger" small>
          {t('revokeDo')}
        </PostButton>
      </Dialog>
    </>
  );
}
