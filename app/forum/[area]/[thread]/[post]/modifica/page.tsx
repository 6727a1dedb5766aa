// Another version of one's own post; a draft of it that was left open is gone on with.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { send } from '@/app/(members)/bozze/actions';
import { beginWriting, emptyDraft } from '@/app/(members)/bozze/begin-writing';
import { PageHead } from '@/components/ui/page-head';
import { WritingDesk } from '@/components/writing/writing-desk';
import { findOpenDraft } from '@/lib/forum/drafts/queries';
import { postAddress } from '@/lib/forum/model';
import { findPostToEdit } from '@/lib/forum/writing/queries';
import { demandMember } from '@/lib/web/gate';
import { readPage } from '@/lib/web/read-page';
import { findPost, type PostParams } from '../find-post';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing.edit');
  return { title: t('title') };
}

export default async function EditPage({ params }: { params: PostParams }) {
  const { thread, postId, number, path } = await findPost(params, 'modifica');
  const ctx = await demandMember(path);
  const post = await readPage(path, () => findPostToEdit(ctx, postId));
  const open = await findOpenDraft(ctx, { kind: 'edit', postId });
  if (open) redirect(`/bozze/${open.id}`);
  const draft = emptyDraft(ctx, {
    kind: 'edit',
    postId,
    threadId: thread.id,
    baseRevision: post.revision,
    body: post.body,
  });
  const place = { discussione: String(thread.number), m: String(number) };
  const areas = thread.areas.map(({ slug }) => slug);
  const [t, forum, beginning] = await Promise.all([
    getTranslations('writing.edit'),
    getTranslations('forum'),
    beginWriting(ctx, draft, { areas, place, isStored: false }),
  ]);
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: thread.areaName, href: `/forum/${thread.areaSlug}` },
          { label: t('title') },
        ]}
        line={<a href={postAddress(thread, number)}>{thread.title}</a>}
      />
      <WritingDesk action={send} {...beginning} />
    </>
  );
}
