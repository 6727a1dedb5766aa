'use client';
// What in a text looks like a person's data, shown where one writes, and covered with one click.
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/field';
import { findPersonalData } from '@/lib/text/find-personal-data';

type PersonalDataNoticeProps = {
  text: string;
  /** Whether the author said already that it is none. */
  confirmed: boolean;
  /** Where our script runs: covers in place; otherwise the button sends the form. */
  onMask?: () => void;
};

/** Nothing where nothing was found. What is certain blocks sending, what is not asks the author. */
export function PersonalDataNotice({ text, confirmed, onMask }: PersonalDataNoticeProps) {
  const t = useTranslations('writing.personalData');
  const found = findPersonalData(text);
  if (found.length === 0) return null;
  const isCertain = found.some(({ level }) => level === 'block');
  return (
    <Alert kind={isCertain ? 'bad' : 'needs'} title={t(isCertain ? 'blocks' : 'warns')} level={3}>
      <ul>
        {found.map(({ kind, start, end }) => (
          <li key={start}>
            {t(kind)}: <strong>{text.slice(start, end)}</strong>
          </li>
        ))}
      </ul>
      <p>{t(isCertain ? 'blocksHow' : 'warnsHow')}</p>
      {onMask ? (
        <Button type="button" kind="secondary" small onClick={onMask}>
          {t('mask')}
        </Button>
      ) : (
        <Button kind="secondary" small name="then" value="mask">
          {t('mask')}
        </Button>
      )}
      {isCertain ? null : <CheckField name="confirmed" label={t('confirm')} defaultChecked={confirmed} />}
    </Alert>
  );
}
