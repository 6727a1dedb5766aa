// A new thread: begins in the area one comes from, and goes wherever one may write.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { send } from '@/app/(members)/bozze/actions';
import { beginWriting, emptyDraft } from '@/app/(members)/bozze/begin-writing';
import { PageHead } from '@/components/ui/page-head';
import { WritingDesk } from '@/components/writing/writing-desk';
import { demand } from '@/lib/core/verdict';
import { mayWriteInArea } from '@/lib/forum/policy';
import { findArea } from '@/lib/forum/queries';
import { demandMember } from '@/lib/web/gate';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ area: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing.new');
  return { title: t('title') };
}

export default async function NewThreadPage({ params }: Props) {
  const { area: slug } = await params;
  const path = `/forum/${slug}/nuova`;
  const ctx = await demandMember(path);
  const area = await readPage(path, async () => {
    const found = await findArea(ctx, slug);
    demand(mayWriteInArea(ctx.actor, { ...found, admitted: [ctx.actor.seat.organization.id] }));
    return found;
  });
  const areas = [area.slug];
  const [t, forum, beginning] = await Promise.all([
    getTranslations('writing.new'),
    getTranslations('forum'),
    beginWriting(ctx, emptyDraft(ctx, { kind: 'thread', areas }), {
      areas,
      place: { area: area.slug },
      isStored: false,
    }),
  ]);
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: forum('title'), href: '/forum' },
          { label: area.name, href: `/forum/${area.slug}` },
          { label: t('title') },
        ]}
        line={t('line')}
      />
      <WritingDesk action={send} {...beginning} />
    </>
  );
}
