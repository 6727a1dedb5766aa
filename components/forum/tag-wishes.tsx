// What one wants by mail of the tags of a thread: a menu a tag.
import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/button';
import { Section, Stack } from '@/components/ui/layout';
import { mailWishes, type TagChoice } from '@/lib/forum/following/model';
import { MailWish } from './mail-wish';

type TagWishesProps = {
  tags: readonly string[];
  choices: readonly TagChoice[];
  /** Gets `tag`, `mail` (empty: no choice of its own) and `back`. */
  action: FormAction;
  back: string;
};

/** Nothing for a thread without tags. */
export function TagWishes({ tags, choices, action, back }: TagWishesProps) {
  const t = useTranslations('choices');
  if (tags.length === 0) return null;
  const none = { value: '', label: t('tag.asAreas') };
  return (
    <Section title={t('tag.title')}>
      <p>{t('tag.line')}</p>
      <Stack gap="small">
        {tags.map((tag) => {
          const mail = choices.find((one) => one.tag.toLowerCase() === tag.toLowerCase())?.mail;
          return (
            <MailWish
              key={tag}
              action={action}
              fields={{ tag, back }}
              summary={t('tag.wish', { tag, choice: mail ? t(`words.${mail}`) : none.label })}
              line={t('receiveLabel', { name: tag })}
              choices={[none, ...mailWishes.map((value) => ({ value, label: t(`words.${value}`) }))]}
              current={mail ?? ''}
            />
          );
        })}
      </Stack>
    </Section>
  );
}
