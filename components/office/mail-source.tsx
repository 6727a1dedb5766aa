// A mail's words as read, and its source.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { PlainText, Prose, Section } from '@/components/ui/layout';

/** Characters of source on the page; the whole is one click away. */
const shown = 60_000;

/** @param text null where the mail could not be read */
export function MailText({ text }: { text: string | null }) {
  const t = useTranslations('office.mail');
  return (
    <Section title={t('text')}>
      {text === null ? <p>{t('unreadable')}</p> : <PlainText>{text || t('noText')}</PlainText>}
    </Section>
  );
}

/** Shown as Latin letters: what a mail really holds, before any decoding. */
export function MailSource({ raw, size }: { raw: Uint8Array; size: number }) {
  const t = useTranslations('office.mail');
  const source = new TextDecoder('latin1').decode(raw.subarray(0, shown));
  return (
    <Details summary={t('source')}>
      <Prose>
        <pre>{source}</pre>
      </Prose>
      {size > shown ? <p>{t('cut')}</p> : null}
    </Details>
  );
}
