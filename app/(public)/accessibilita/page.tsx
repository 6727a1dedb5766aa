// The accessibility statement (law 4/2004, EN 301 549).
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LegalPage } from '@/components/legal/legal-page';
import { env } from '@/lib/env';

const sections = ['state', 'missing', 'tested', 'report', 'procedure'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal.accessibility');
  return { title: t('title') };
}

export default async function AccessibilityPage() {
  const t = await getTranslations('legal.accessibility');
  const contact = env().mailFrom;
  return (
    <LegalPage
      title={t('title')}
      line={t('line')}
      sections={sections.map((key) => ({ title: t(`${key}.title`), text: t(`${key}.text`, { contact }) }))}
    />
  );
}
