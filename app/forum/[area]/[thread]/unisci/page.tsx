// Into which thread another one goes: first which, then once the question whether.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MergeForm } from '@/components/forum/merge-form';
import { ThreadRows } from '@/components/forum/thread-rows';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Form, TextField } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { type ThreadRow, type ThreadView, threadAddress } from '@/lib/forum/model';
import { namedThread } from '@/lib/forum/moves/model';
import { findThread } from '@/lib/forum/posts/queries';
import { listSimilarThreads } from '@/lib/search/list-similar-threads';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { findToModerate, type ThreadParams } from '../find-to-moderate';
import { merge } from '../move-actions';

type Props = { params: ThreadParams; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forum.merge'))('title') };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { ctx, thread, path } = await findToModerate(params, 'unisci');
  const named = queryValue((await searchParams).in);
  const [t, forum, into] = await Promise.all([
    getTranslations('forum.merge'),
    getTranslations('forum'),
    findNamed(ctx, named),
  ]);
  return (
    <Stack>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: t('title') },
        ]}
        line={
          <>
            <a href={threadAddress(thread)}>{thread.title}</a> · {t('line')}
          </>
        }
      />
      {into ? (
        <ClientWords rooms={['forum', 'writing']}>
          <MergeForm going={thread} into={into} action={merge} />
        </ClientWords>
      ) : (
        <Choose
          page={path}
          named={named}
          similar={await listSimilarThreads(ctx, thread.title, thread.id)}
          now={ctx.now}
        />
      )}
    </Stack>
  );
}

/** Null where nothing was named yet, or nothing that can be read. */
async function findNamed(ctx: Context, named: string): Promise<ThreadView | null> {
  const number = namedThread(named);
  if (number === undefined) return null;
  return findThread(ctx, number).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}

type ChooseProps = { page: string; named: string; similar: readonly ThreadRow[]; now: Date };

async function Choose({ page, named, similar, now }: ChooseProps) {
  const t = await getTranslations('forum.merge');
  return (
    <>
      {named ? <Alert kind="bad" title={t('unknown')} /> : null}
      <Form action={page} method="get">
        <TextField name="in" label={t('into')} hint={t('intoHint')} defaultValue={named} short />
        <div>
          <Button>{t('look')}</Button>
        </div>
      </Form>
      {similar.length > 0 ? (
        <Section title={t('similar')}>
          <ThreadRows rows={similar} now={now} address={({ number }) => `${page}?in=${number}`} level={3} />
        </Section>
      ) : null}
    </>
  );
}
