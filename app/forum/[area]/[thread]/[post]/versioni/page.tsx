// What a post said before: each version with what it changed, the newest first.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Byline } from '@/components/forum/byline';
import { Details } from '@/components/ui/details';
import { Section, Stack, StoredHtml } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { Differences } from '@/components/writing/differences';
import { postAddress } from '@/lib/forum/model';
import { listHistory } from '@/lib/forum/writing/queries';
import { demandMember } from '@/lib/web/gate';
import { readPage } from '@/lib/web/read-page';
import { findPost, type PostParams } from '../find-post';

type Props = { params: PostParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('forum.history');
  return { title: t('title', { number: (await params).post }) };
}

export default async function HistoryPage({ params }: Props) {
  const { thread, postId, number, path } = await findPost(params, 'versioni');
  const ctx = await demandMember(path);
  const versions = await readPage(path, () => listHistory(ctx, postId));
  const [t, forum] = await Promise.all([getTranslations('forum.history'), getTranslations('forum')]);
  return (
    <>
      <PageHead
        title={t('title', { number: String(number) })}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: t('title', { number: String(number) }) },
        ]}
        line={
          <>
            <a href={postAddress(thread, number)}>{thread.title}</a> · {t('line')}
          </>
        }
      />
      <Stack gap="large">
        {versions.toReversed().map((version) => (
          <Section key={version.number} title={t('version', { number: version.number })}>
            <p>
              <Byline by={version.by} /> · <Time at={version.writtenAt} now={ctx.now} />
            </p>
            <Differences pieces={version.pieces} />
            <Details summary={t('whole')}>
              <StoredHtml html={version.html} />
            </Details>
          </Section>
        ))}
      </Stack>
    </>
  );
}
