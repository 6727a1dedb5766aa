// Over every page of whoever receives no mail at the moment: why, and the one click that resumes.
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { type FormAction, PostButton } from '@/components/ui/button';
import type { OwnStop } from '@/lib/mailing/bouncing/model';

/** @param back the page it stands on */
export function StoppedNotice({ stop, action, back }: { stop: OwnStop; action: FormAction; back: string }) {
  const t = useTranslations('office.stopped');
  const { email, kind } = stop;
  return (
    <Alert kind="needs" title={t('banner', { email })}>
      <p>{t('bannerLine', { why: t(`kinds.${kind}`) })}</p>
      <PostButton action={action} fields={{ email, back }} kind="secondary" small>
        {t('bannerDo')}
      </PostButton>
    </Alert>
  );
}
