'use client';
// What a moderator does to a thread as a whole, each with its reason.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import type { FormDeed, FormValues } from '@/lib/core/form-state';
import type { ThreadView } from '@/lib/forum/model';
import { AreaBoxes } from './area-boxes';
import { ReasonForm, useDeed } from './reason-form';

const acts = ['lock', 'pin', 'rename', 'retag', 'move'] as const;
type Act = (typeof acts)[number];

export type ModerationActions = Record<Act, FormDeed>;

type ThreadModerationProps = {
  thread: Pick<ThreadView, 'id' | 'areaSlug' | 'title' | 'tags' | 'locked' | 'pinned' | 'areas' | 'posts'>;
  /** Of the thread: a model brings more along than an address is worth to a browser. */
  address: string;
  areas: readonly { slug: string; name: string }[];
  actions: ModerationActions;
};

/** Locking and pinning are undone by the same button. */
export function ThreadModeration({ thread, address, areas, actions }: ThreadModerationProps) {
  const t = useTranslations('forum.moderation');
  return (
    <Section title={t('title')}>
      <Stack gap="small">
        <OneAct act="lock" isOff={thread.locked} thread={thread} address={address} action={actions.lock} />
        <OneAct act="pin" isOff={thread.pinned} thread={thread} address={address} action={actions.pin} />
        <OneAct act="rename" thread={thread} address={address} action={actions.rename}>
          {({ title = thread.title }) => (
            <TextField id="rename-title" name="title" label={t('newTitle')} defaultValue={title} />
          )}
        </OneAct>
        <OneAct act="retag" thread={thread} address={address} action={actions.retag}>
          {({ tags = thread.tags.join(', ') }) => (
            <TextField
              id="retag-tags"
              name="tags"
              label={t('newTags')}
              hint={t('newTagsHint')}
              defaultValue={tags}
              optional
            />
          )}
        </OneAct>
        <OneAct act="move" thread={thread} address={address} action={actions.move}>
          {(values) => <AreaBoxes label={t('newAreas')} thread={thread} areas={areas} values={values} />}
        </OneAct>
        <Leave thread={thread} address={address} page="dividi" word="split" />
        <Leave thread={thread} address={address} page="unisci" word="merge" />
      </Stack>
    </Section>
  );
}

type LeaveProps = Pick<ThreadModerationProps, 'thread' | 'address'> & {
  page: 'dividi' | 'unisci';
  word: 'split' | 'merge';
};

/** What wants a page of its own. A thread of one post has nothing to split off. */
function Leave({ thread, address, page, word }: LeaveProps) {
  const t = useTranslations('forum.moderation');
  if (word === 'split' && thread.posts < 2) return null;
  return (
    <div>
      <LinkButton href={`${address}/${page}`} kind="secondary" small>
        {t(word)}
      </LinkButton>
    </div>
  );
}

type OneActProps = {
  act: Act;
  isOff?: boolean;
  thread: ThreadModerationProps['thread'];
  address: string;
  action: FormDeed;
  /** Its fields, holding what was typed where the form came back. */
  children?: (values: FormValues) => ReactNode;
};

function OneAct({ act, isOff, thread, address, action, children }: OneActProps) {
  const t = useTranslations('forum.moderation');
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
        {children?.(deed.state.values)}
      </ReasonForm>
    </Dialog>
  );
}
