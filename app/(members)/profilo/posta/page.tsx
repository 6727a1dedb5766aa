// "Scegli cosa ricevere": all that comes to a person by mail, on one page.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddTagForm } from '@/components/choices/add-tag-form';
import { AreaChoices, CopyChoices, TagChoices, ThreadChoices } from '@/components/choices/mail-choices';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { Facts } from '@/components/ui/facts';
import { Columns, Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { looksCertified } from '@/lib/core/email';
import { listChoices } from '@/lib/forum/following/queries';
import { findOwnStop } from '@/lib/mailing/bouncing/queries';
import { nextDigest } from '@/lib/mailing/digesting/model';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { refusalWords } from '@/lib/web/refusal-words';
import { addTag, forgetThread, saveAreas, saveCopies, saveTags } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('choices.page'))('title') };
}

export default async function MailChoicesPage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await demandMember('/profilo/posta');
  const [choices, stop, t, stopped, profile] = await Promise.all([
    listChoices(ctx),
    findOwnStop(ctx),
    getTranslations('choices.page'),
    getTranslations('office.stopped'),
    getTranslations('profile.page'),
  ]);
  const query = await searchParams;
  const wrong = await refusalWords(queryValue(query.avviso));
  const isSaved = !wrong && queryValue(query.salvato) === '1';
  const facts = [
    { label: t('address'), value: choices.email ?? t('noAddress') },
    { label: t('state'), value: stop ? stopped(`kinds.${stop.kind}`) : t('stateGood') },
    { label: t('nextDaily'), value: <Time at={nextDigest('daily', ctx.now)} now={ctx.now} /> },
    { label: t('nextWeekly'), value: <Time at={nextDigest('weekly', ctx.now)} now={ctx.now} /> },
  ];
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        crumbs={[{ label: profile('title'), href: '/profilo' }, { label: t('title') }]}
        line={t('line')}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {choices.email && looksCertified(choices.email) ? (
        <Alert>
          <p>{t('certified')}</p>
        </Alert>
      ) : null}
      {isSaved ? <Alert kind="good" title={t('saved')} /> : null}
      <Columns rail={<Facts facts={facts} />} railLabel={t('address')}>
        <AreaChoices areas={choices.areas} action={saveAreas} />
      </Columns>
      <Section title={t('tags')} id="etichette">
        <p>{t('tagLine')}</p>
        <Stack gap="large">
          <TagChoices tags={choices.tags} action={saveTags} />
          <ClientWords rooms={['choices']}>
            <AddTagForm action={addTag} />
          </ClientWords>
        </Stack>
      </Section>
      <ThreadChoices threads={choices.threads} action={forgetThread} />
      <CopyChoices choices={choices} action={saveCopies} />
    </Stack>
  );
}
