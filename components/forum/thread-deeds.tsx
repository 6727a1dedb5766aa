// Beside a thread: following it and its tags.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Line, Section } from '@/components/ui/layout';
import type { TagChoice } from '@/lib/forum/following/model';
import { type ThreadView, threadAddress } from '@/lib/forum/model';
import { TagWishes } from './tag-wishes';

type ThreadDeedsProps = {
  thread: ThreadView;
  tagChoices: readonly TagChoice[];
  actions: { wish: FormAction; chooseTagMail: FormAction };
};

/** For members. */
export function ThreadDeeds({ thread, tagChoices, actions }: ThreadDeedsProps) {
  const t = useTranslations('forum.wish');
  const fields = { thread: thread.id, back: threadAddress(thread) };
  const choices = thread.follow === null ? (['follow', 'mute'] as const) : (['neither'] as const);
  return (
    <>
      <Section title={t('title')}>
        <p>{t(`now.${thread.follow ?? 'neither'}`)}</p>
        <Line>
          {choices.map((wish) => (
            <PostButton key={wish} action={actions.wish} fields={{ ...fields, wish }} kind="secondary" small>
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
    </>
  );
}
