'use client';
// The decision about one mail: publish it, refuse it with a reason, look at it again.
import { useTranslations } from 'next-intl';
import { ReasonForm, useDeed } from '@/components/forum/reason-form';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Section, Stack } from '@/components/ui/layout';
import type { FormDeed } from '@/lib/core/form-state';
import type { OpenDecisions } from '@/lib/mailing/office/model';

type MailDecisionProps = {
  /** Its id. */
  mail: string;
  open: OpenDecisions;
  actions: { release: FormAction; refuse: FormDeed; replay?: FormAction };
  /** The page it stands on. */
  page: string;
};

/** What is done is said on the page one comes back to. */
export function MailDecision({ mail, open, actions, page }: MailDecisionProps) {
  const t = useTranslations('office.mail');
  const refusing = useDeed(actions.refuse, page);
  const isReplayable = open.replay && actions.replay !== undefined;
  return (
    <Stack>
      {open.decide ? (
        <Section title={t('decision')}>
          <Stack>
            <p>{t('releaseLine')}</p>
            <PostButton action={actions.release} fields={{ mail, back: `${page}?fatto=release` }}>
              {t('release')}
            </PostButton>
            <ReasonForm
              {...refusing}
              fields={{ mail, back: page }}
              id="refuse"
              label={t('refuseReason')}
              hint={open.told ? t('refuseHint') : t('refuseSilent')}
              button={t('refuse')}
              kind="danger"
            />
          </Stack>
        </Section>
      ) : null}
      {isReplayable && actions.replay ? (
        <Section title={t('replay')}>
          <p>{t('replayLine')}</p>
          <PostButton
            action={actions.replay}
            fields={{ mail, back: `${page}?fatto=replay` }}
            kind="secondary"
            small
          >
            {t('replay')}
          </PostButton>
        </Section>
      ) : null}
      {open.decide || isReplayable ? null : <p>{t('nothing')}</p>}
    </Stack>
  );
}
