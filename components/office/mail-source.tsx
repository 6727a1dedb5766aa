// A mail's facts and its source.
import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { Prose, Section, Stack } from '@/components/ui/layout';

import { Time } from '@/components/ui/time';
import { postAddress } from '@/lib/forum/model';
import type { StoredMail } from '@/lib/mailing/model';
import { mailReason } from './mail-reason';

/** Characters of source on the page; the whole is one click away. */
const shown = 60_000;

/** The source is shown as Latin letters: what a mail really holds, before any decoding. */
export function MailSource({ mail, now }: { mail: StoredMail; now: Date }) {
  const t = useTranslations('office.mail');
  const format = useFormatter();
  const source = new TextDecoder('latin1').decode(mail.raw.subarray(0, shown));
  return (
    <Stack gap="large">
      <Facts
        facts={[
          { label: t('from'), value: mail.sender ?? t('noSender') },
          ...(mail.sentAt ? [{ label: t('sent'), value: <Time at={mail.sentAt} now={now} /> }] : []),
          { label: t('outcome'), value: t(`outcomes.${mail.outcome}`) },
          ...(mail.reason ? [{ label: t('why'), value: t(`reasons.${mailReason(mail.reason)}`) }] : []),
          ...(mail.post
            ? [
                {
                  label: t('post'),
                  value: <a href={postAddress(mail.post, mail.post.post)}>{t('readPost')}</a>,
                },
              ]
            : []),
          { label: t('size'), value: t('bytes', { count: format.number(mail.size) }) },
        ]}
      />
      <Section title={t('source')}>
        <Prose>
          <pre>{source}</pre>
        </Prose>
        {mail.size > shown ? <p>{t('cut')}</p> : null}
      </Section>
    </Stack>
  );
}
