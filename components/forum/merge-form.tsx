'use client';
// The question before two threads become one: it names both, and asks for the reason.
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Prose } from '@/components/ui/layout';
import type { FormDeed } from '@/lib/core/form-state';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { ReasonForm, useDeed } from './reason-form';

type Thread = Pick<ThreadView, 'id' | 'number' | 'slug' | 'areaSlug' | 'title' | 'posts'>;

type MergeFormProps = { going: Thread; into: Thread; action: FormDeed };

/** Nothing has happened yet while it is read. */
export function MergeForm({ going, into, action }: MergeFormProps) {
  const t = useTranslations('forum.merge');
  const words = useTranslations('forum.moderation');
  const page = `${threadAddress(going)}/unisci`;
  const deed = useDeed(action, `${page}?in=${into.number}`);
  return (
    <>
      <Prose>
        <p>
          {t('ask', { title: going.title, posts: going.posts })}{' '}
          <a href={threadAddress(into)}>{into.title}</a>.
        </p>
        <p>{t('lost')}</p>
      </Prose>
      <ReasonForm
        {...deed}
        fields={{ thread: going.id, into: into.id }}
        id="merge"
        label={words('reason')}
        hint={words('reasonHint')}
        button={t('submit')}
        kind="danger"
      />
      <div>
        <LinkButton href={page} kind="quiet" small>
          {t('other')}
        </LinkButton>
      </div>
    </>
  );
}
