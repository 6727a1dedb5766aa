// Whether one is told of what is written in an area, what comes of it by mail, and the buttons that change both.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Line } from '@/components/ui/layout';
import { type AreaChoice, mailWishes } from '@/lib/forum/following/model';
import { MailWish } from './mail-wish';

type AreaWishProps = { choice: AreaChoice; follow: FormAction; chooseMail: FormAction };

/** For members. */
export function AreaWish({ choice: { slug, name, mail }, follow, chooseMail }: AreaWishProps) {
  const t = useTranslations('forum.areaWish');
  const words = useTranslations('choices');
  const wish = mail === null ? 'follow' : 'leave';
  const fields = { area: slug, back: `/forum/${slug}` };
  return (
    <Line>
      <span>{t(mail === null ? 'now.not' : 'now.following')}</span>
      {mail === null ? null : (
        <MailWish
          action={chooseMail}
          fields={fields}
          summary={words('receive', { choice: words(`words.${mail}`) })}
          line={words('receiveLabel', { name })}
          choices={mailWishes.map((value) => ({ value, label: words(`words.${value}`) }))}
          current={mail}
        />
      )}
      <PostButton action={follow} fields={{ ...fields, wish }} kind="secondary" small>
        {t(wish)}
      </PostButton>
    </Line>
  );
}
