// Around the form of a draft: how it came to be here, and throwing it away.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Stack } from '@/components/ui/layout';

type DraftNotesProps = {
  draftId: string;
  isTaken: boolean;
  isKept: boolean;
  /** Left out for a draft that is not stored yet. */
  discard?: FormAction;
  children: ReactNode;
};

/** Throwing away asks once, naming the thing. */
export function DraftNotes({ draftId, isTaken, isKept, discard, children }: DraftNotesProps) {
  const t = useTranslations('writing.draft');
  return (
    <Stack>
      {isTaken ? <Alert kind="good">{<p>{t('taken')}</p>}</Alert> : null}
      {isKept ? <Alert kind="good">{<p>{t('kept')}</p>}</Alert> : null}
      {children}
      {discard ? (
        <Dialog opener={t('discard')} title={t('discard')} kind="quiet">
          <p>{t('discardAsk')}</p>
          <PostButton action={discard} fields={{ draftId, back: '/' }} kind="danger">
            {t('discardDo')}
          </PostButton>
        </Dialog>
      ) : null}
    </Stack>
  );
}
