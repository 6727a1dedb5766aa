// Which personal data are processed and why (articles 13 and 14 GDPR).
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '@/components/legal/legal-page';
import { env } from '@/lib/env';

const sections = ['who', 'what', 'seen', 'kept', 'cookies', 'rights'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.privacy');
  return { title: t('title') };
}

export default async function PrivacyPage() {
  const t = await getTranslations('legal.privacy');
  const contact = env().mailFrom;
  return (
    <LegalPage
      title={t('title')}
      line={t('line')}
      sections={sections.map((key) => ({ title: t(`${key}.title`), text: t(`${key}.text`, { contact }) }))}
    />
  );
}
