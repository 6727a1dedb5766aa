// What the content is worth, and under which terms software and typeface stand.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '@/components/legal/legal-page';
import { env } from '@/lib/env';

const sections = ['content', 'use', 'software', 'links'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.notes');
  return { title: t('title') };
}

export default async function LegalNotesPage() {
  const t = await getTranslations('legal.notes');
  const contact = env().mailFrom;
  return (
    <LegalPage
      title={t('title')}
      line={t('line')}
      sections={sections.map((key) => ({ title: t(`${key}.title`), text: t(`${key}.text`, { contact }) }))}
    />
  );
}
