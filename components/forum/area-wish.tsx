// Whether one is told of what is written in an area, and the button that changes it.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Line } from '@/components/ui/layout';

type AreaWishProps = { area: string; follows: boolean; action: FormAction };

/** For members. */
export function AreaWish({ area, follows, action }: AreaWishProps) {
  const t = useTranslations('forum.areaWish');
  const wish = follows ? 'leave' : 'follow';
  return (
    <Line>
      <span>{t(follows ? 'now.following' : 'now.not')}</span>
      <PostButton action={action} fields={{ area, wish, back: `/forum/${area}` }} kind="secondary" small>
        {t(wish)}
      </PostButton>
    </Line>
  );
}
