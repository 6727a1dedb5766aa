// Beside a thread: following it, and for moderators keeping order in it.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Line, Section, Stack } from '@/components/ui/layout';
import { Written } from '@/components/ui/written';
import type { TagChoice } from '@/lib/forum/following/model';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { ModerationApart } from './deeds-apart';
import { TagWishes } from './tag-wishes';
import type { ModerationActions } from './thread-moderation';

export type ThreadActions = ModerationActions & { wish: FormAction; chooseTagMail: FormAction };

type ThreadDeedsProps = {
  thread: ThreadView;
  tagChoices: readonly TagChoice[];
  /** Null for whoever keeps no order here; otherwise the areas a thread may go to. */
  moderation: { areas: readonly { slug: string; name: string }[] } | null;
  actions: ThreadActions;
};

/** For members. */
export function ThreadDeeds({ thread, tagChoices, moderation, actions }: ThreadDeedsProps) {
  const t = useTranslations('forum.wish');
  const fields = { thread: thread.id, back: threadAddress(thread) };
  const choices = thread.follow === null ? (['follow', 'mute'] as const) : (['neither'] as const);
  return (
    <Stack>
      <Written>
        <Stack>
          <Section title={t('title')}>
            <p>{t(`now.${thread.follow ?? 'neither'}`)}</p>
            <Line>
              {choices.map((wish) => (
                <PostButton
                  key={wish}
                  action={actions.wish}
                  fields={{ ...fields, wish }}
                  kind="secondary"
                  small
                >
                  {t(wish)}
                </PostButton>
              ))}
            </Line>
          </Section>
          <TagWishes
            tags={thread.tags}
            choices={tagChoices}
            action={actions.chooseTagMail}
            back={threadAddress(thread)}
          />
        </Stack>
      </Written>
      {moderation ? (
        <ModerationApart
          thread={thread}
          address={threadAddress(thread)}
          areas={moderation.areas}
          actions={actions}
        />
      ) : null}
    </Stack>
  );
}
