// Of one mail: why it came, and the buttons that change what comes next.
import { useTranslations } from 'next-intl';
import { PostButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Line } from '@/components/ui/layout';
import { type CopyView, type CopyWish, offeredWishes } from '@/lib/mailing/choosing/model';

/** Plain forms: they work without a script and without a session. @param address posted to with the field `wish` */
export function CopyChoice({ copy, address }: { copy: CopyView; address: string }) {
  const t = useTranslations('choices.copy');
  const word = useTranslations('choices.words');
  const { thread, rhythm, areas, tags, searches } = copy;
  const facts = [
    ...(thread ? [{ label: t('thread'), value: thread.title }] : []),
    ...(rhythm ? [{ label: t('digest'), value: word(rhythm) }] : []),
    ...areas.map(({ name, mail }) => ({ label: t('area', { name }), value: word(mail) })),
    ...tags.map(({ tag, mail }) => ({ label: t('tag', { tag }), value: word(mail) })),
    ...searches.map(({ name }) => ({ label: t('search'), value: name })),
    ...(thread?.follow === 'muted' ? [{ label: t('state'), value: t('muted') }] : []),
  ];
  const wishes = offeredWishes(copy);
  const names = [
    ...areas.map(({ name }) => name),
    ...tags.map(({ tag }) => tag),
    ...searches.map(({ name }) => name),
  ];
  const words: Record<CopyWish, string> = {
    stop: t('wishes.stop', { names: names.join(', ') }),
    daily: t('wishes.daily'),
    again: t('wishes.again'),
    mute: t('wishes.mute'),
    unmute: t('wishes.unmute'),
  };
  return (
    <>
      <Facts facts={facts} />
      <div id="discussione">
        <Line>
          {wishes.map((wish, index) => (
            <PostButton
              key={wish}
              action={address}
              fields={{ wish }}
              kind={index === 0 ? 'primary' : 'secondary'}
            >
              {words[wish]}
            </PostButton>
          ))}
        </Line>
      </div>
      <p>{t('note')}</p>
    </>
  );
}
