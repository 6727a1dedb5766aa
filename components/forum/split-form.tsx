'use client';
// Which posts become a thread of their own, and what it is called.
import { useTranslations } from 'next-intl';
import { ErrorSummary } from '@/components/ui/error-summary';
import { CheckField, FieldGroup, TextField } from '@/components/ui/field';
import { errorBeside, errorLines, type FormDeed } from '@/lib/core/form-state';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { AreaBoxes } from './area-boxes';
import { ReasonForm, useDeed } from './reason-form';

/** A post that may go; `opening` is empty where it no longer shows. */
export type SplitChoice = { number: number; name: string; opening: string; chosen: boolean };

type SplitFormProps = {
  thread: Pick<ThreadView, 'id' | 'number' | 'slug' | 'areaSlug' | 'areas' | 'tags'>;
  posts: readonly SplitChoice[];
  areas: readonly { slug: string; name: string }[];
  action: FormDeed;
};

/** Sent once, it is done: the reason stands in both threads. */
export function SplitForm({ thread, posts, areas, action }: SplitFormProps) {
  const t = useTranslations('forum.split');
  const words = useTranslations('forum.moderation');
  const deed = useDeed(action, `${threadAddress(thread)}/dividi`);
  const { values } = deed.state;
  const isSent = Object.keys(values).length > 0;
  const ticked = (number: number, chosen: boolean) =>
    isSent ? (values.posts ?? '').split('\n').includes(String(number)) : chosen;
  return (
    <>
      <ErrorSummary errors={errorLines(deed.state)} />
      <ReasonForm
        {...deed}
        fields={{ thread: thread.id }}
        id="split"
        label={words('reason')}
        hint={words('reasonHint')}
        button={t('submit')}
      >
        <FieldGroup id="posts" label={t('posts')} error={errorBeside(deed.state, 'posts')}>
          {posts.map(({ number, name, opening, chosen }) => (
            <CheckField
              key={`${number}-${ticked(number, chosen)}`}
              id={`post-${number}`}
              name="posts"
              value={String(number)}
              label={t('post', { number, name })}
              hint={opening || t('removed')}
              defaultChecked={ticked(number, chosen)}
            />
          ))}
        </FieldGroup>
        <CheckField name="following" label={t('following')} defaultChecked={values.following === 'on'} />
        <TextField
          name="title"
          label={t('newTitle')}
          error={errorBeside(deed.state, 'title')}
          defaultValue={values.title}
        />
        <AreaBoxes label={t('areas')} thread={thread} areas={areas} values={values} />
        <TextField
          name="tags"
          label={words('newTags')}
          hint={words('newTagsHint')}
          error={errorBeside(deed.state, 'tags')}
          defaultValue={values.tags ?? thread.tags.join(', ')}
          optional
        />
        <CheckField name="isQuestion" label={t('isQuestion')} defaultChecked={values.isQuestion === 'on'} />
      </ReasonForm>
    </>
  );
}
