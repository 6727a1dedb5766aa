'use client';
// What a moderator does to a thread as a whole, each with its reason.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { CheckField, FieldGroup, TextField } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import type { FormDeed } from '@/lib/core/form-state';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { ReasonForm, useDeed } from './reason-form';

const acts = ['lock', 'pin', 'rename', 'retag', 'move'] as const;
type Act = (typeof acts)[number];

export type ModerationActions = Record<Act, FormDeed>;

type ThreadModerationProps = {
  thread: Pick<
    ThreadView,
    'id' | 'number' | 'slug' | 'areaSlug' | 'title' | 'tags' | 'locked' | 'pinned' | 'areas'
  >;
  areas: readonly { slug: string; name: string }[];
  actions: ModerationActions;
};

/** Locking and pinning are undone by the same button. */
export function ThreadModeration({ thread, areas, actions }: ThreadModerationProps) {
  const t = useTranslations('forum.moderation');
  const here = thread.areas.map(({ slug }) => slug);
  return (
    <Section title={t('title')}>
      <Stack gap="small">
        <OneAct act="lock" isOff={thread.locked} thread={thread} action={actions.lock} />
        <OneAct act="pin" isOff={thread.pinned} thread={thread} action={actions.pin} />
        <OneAct act="rename" thread={thread} action={actions.rename}>
          <TextField id="rename-title" name="title" label={t('newTitle')} defaultValue={thread.title} />
        </OneAct>
        <OneAct act="retag" thread={thread} action={actions.retag}>
          <TextField
            id="retag-tags"
            name="tags"
            label={t('newTags')}
            hint={t('newTagsHint')}
            defaultValue={thread.tags.join(', ')}
            optional
          />
        </OneAct>
        <OneAct act="move" thread={thread} action={actions.move}>
          <FieldGroup id="move-areas" label={t('newAreas')}>
            <input type="hidden" name="home" value={thread.areaSlug} />
            {areas.map(({ slug, name }) => (
              <CheckField
                key={slug}
                id={`move-${slug}`}
                name="areas"
                value={slug}
                label={name}
                defaultChecked={here.includes(slug)}
              />
            ))}
          </FieldGroup>
        </OneAct>
      </Stack>
    </Section>
  );
}

type OneActProps = {
  act: Act;
  isOff?: boolean;
  thread: ThreadModerationProps['thread'];
  action: FormDeed;
  children?: ReactNode;
};

function OneAct({ act, isOff, thread, action, children }: OneActProps) {
  const t = useTranslations('forum.moderation');
  const address = threadAddress(thread);
  const deed = useDeed(action, address);
  const words = isOff ? (`un${act}` as 'unlock' | 'unpin') : act;
  const fields = { thread: thread.id, back: address, wish: isOff ? 'off' : 'on' };
  return (
    <Dialog
      opener={t(words)}
      title={t(words)}
      kind="secondary"
      small
      open={Boolean(deed.state.error) || undefined}
    >
      <ReasonForm
        {...deed}
        fields={fields}
        id={act}
        label={t('reason')}
        hint={t('reasonHint')}
        button={t(`${words}Do`)}
      >
        {children}
      </ReasonForm>
    </Dialog>
  );
}
