// What can be typed into the search besides words.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { Facts } from '@/components/ui/facts';

const signs = ['phrase', 'without', 'author', 'organization', 'area', 'days', 'file'] as const;

export function SearchAdvice({ open }: { open: boolean }) {
  const t = useTranslations('search.advice');
  return (
    <Details summary={t('title')} open={open}>
      <Facts facts={signs.map((sign) => ({ label: t(`${sign}.typed`), value: t(`${sign}.means`) }))} />
    </Details>
  );
}
