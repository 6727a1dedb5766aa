'use client';
// "Altro" at a post: what one does rarely with it.
import { useTranslations } from 'next-intl';
import { type FormAction, LinkButton, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Section, Stack } from '@/components/ui/layout';
import type { FormDeed } from '@/lib/core/form-state';
import type { PostRights } from './post-rights';
import { ReasonForm, useDeed } from './reason-form';

export type PostMoreActions = {
  keepUnread: FormAction;
  removeOwn: FormAction;
  report: FormDeed;
  hide: FormDeed;
};

type PostMoreProps = {
  rights: Pick<PostRights, 'keepUnread' | 'remove' | 'report' | 'hide' | 'split'>;
  fields: { post: string; thread: string; number: string; back: string };
  /** Where it is shown again without a script when a form comes back. */
  page: string;
  actions: PostMoreActions;
};

/** Asked for by the address, so that the page of a thread need not carry it once for each post. */
export function PostMore({ rights, fields, page, actions }: PostMoreProps) {
  const t = useTranslations('forum.more');
  const report = useDeed(actions.report, page);
  const hide = useDeed(actions.hide, page);
  const { number } = fields;
  return (
    <Dialog
      opener={t('opener')}
      label={t('openerLabel', { number })}
      title={t('title', { number })}
      kind="quiet"
      small
      open
    >
      <Stack>
        {rights.keepUnread ? (
          <PostButton
            action={actions.keepUnread}
            fields={{ ...fields, back: listOf(fields.back) }}
            kind="secondary"
            small
          >
            {t('keepUnread')}
          </PostButton>
        ) : null}
        {rights.split ? (
          <LinkButton href={`${addressIn(fields.back)}/dividi?m=${number}`} kind="secondary" small>
            {t('split')}
          </LinkButton>
        ) : null}
        {rights.remove ? (
          <Section title={t('remove')} level={3}>
            <p>{t('removeLine')}</p>
            <PostButton action={actions.removeOwn} fields={fields} kind="danger" small>
              {t('removeDo')}
            </PostButton>
          </Section>
        ) : null}
        {rights.report ? (
          <Section title={t('report')} level={3}>
            <ReasonForm
              {...report}
              fields={fields}
              id={`report-${number}`}
              label={t('reason')}
              hint={t('reportHint')}
              button={t('reportDo')}
              kind="secondary"
            />
          </Section>
        ) : null}
        {rights.hide ? (
          <Section title={t('hide')} level={3}>
            <ReasonForm
              {...hide}
              fields={fields}
              id={`hide-${number}`}
              label={t('reason')}
              hint={t('hideHint')}
              button={t('hideDo')}
              kind="danger"
            />
          </Section>
        ) : null}
      </Stack>
    </Dialog>
  );
}

/** The thread's address in a post's. */
function addressIn(permalink: string): string {
  return permalink.split('?')[0] ?? permalink;
}

/** The area a thread's address stands in. */
function listOf(address: string): string {
  return address.split('/').slice(0, 3).join('/');
}
