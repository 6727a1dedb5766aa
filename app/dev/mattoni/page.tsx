// Every brick in every state, to be looked at and to be walked by the accessibility checks.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  FilesPart,
  FoldedPart,
  FormsPart,
  ListsPart,
  ProgressPart,
  TablesPart,
} from '@/components/dev/bricks-of-things';
import {
  BadgesPart,
  BarsPart,
  ButtonsPart,
  IconsPart,
  MarksPart,
  NoticesPart,
  TextPart,
} from '@/components/dev/bricks-of-words';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { demandEmbedded } from '@/lib/web/demand-embedded';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dev.bricks');
  return { title: t('title') };
}

/** 404 where a real database is configured. */
export default async function BricksPage() {
  demandEmbedded();
  const t = await getTranslations('dev.bricks');
  return (
    <>
      <PageHead
        crumbs={[{ label: t('here'), href: '/' }, { label: t('title') }]}
        title={t('title')}
        line={t('line')}
        action={<LinkButton href="#contenuto">{t('words.save')}</LinkButton>}
      />
      <Stack gap="large">
        <BarsPart />
        <TextPart />
        <ButtonsPart />
        <NoticesPart />
        <BadgesPart />
        <FormsPart />
        <ListsPart />
        <TablesPart />
        <FilesPart />
        <ProgressPart />
        <FoldedPart />
        <IconsPart />
        <MarksPart />
      </Stack>
    </>
  );
}
