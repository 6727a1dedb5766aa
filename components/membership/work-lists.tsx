// What waits for whom, as the secretariat works it off.
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type FormAction, PostButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PlainText, Section, Stack } from '@/components/ui/layout';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import type { AdhesionWork, InterestRow, WorkRow } from '@/lib/membership/examining/model';
import { useDays } from './use-days';

type WorkListsProps = { work: AdhesionWork; now: Date; today: string; handle: FormAction; page: string };

/** Empty lists but the first are left out: what is not there needs no heading. */
export function WorkLists({ work, now, today, handle, page }: WorkListsProps) {
  const t = useTranslations('adhesion.work');
  const lists = ['waiting', 'leaving', 'suspended'] as const;
  return (
    <Stack gap="large">
      <Section title={t('toExamine', { count: work.toExamine.length })}>
        {work.toExamine.length === 0 ? (
          <EmptyState>{t('nothing')}</EmptyState>
        ) : (
          <AdhesionRows rows={work.toExamine} label={t('toExamineLabel')} today={today} />
        )}
      </Section>
      {work.interests.length > 0 ? (
        <Section title={t('interests', { count: work.interests.length })}>
          {work.interests.map((interest) => (
            <Interest key={interest.id} interest={interest} now={now} handle={handle} page={page} />
          ))}
        </Section>
      ) : null}
      {lists.map((list) =>
        work[list].length > 0 ? (
          <Section key={list} title={t(list, { count: work[list].length })}>
            <AdhesionRows rows={work[list]} label={t(`${list}Label`)} today={today} />
          </Section>
        ) : null,
      )}
    </Stack>
  );
}

function AdhesionRows({ rows, label, today }: { rows: readonly WorkRow[]; label: string; today: string }) {
  const t = useTranslations('adhesion');
  const day = useDays();
  return (
    <Rows label={label}>
      {rows.map(({ organizationId, slug, name, state, since, termOn }) => (
        <Row
          key={organizationId}
          level={3}
          href={`/segreteria/adesioni/${slug}`}
          title={name}
          badges={termOn && termOn < today ? <Badge kind="needs">{t('work.overdue')}</Badge> : null}
          line={
            <>
              {t(`states.${state}`)} · {t('work.since', { day: day(since) })}
              {termOn ? (
                <> · {t(state === 'withdrawing' ? 'history.endsOn' : 'history.term', { day: day(termOn) })}</>
              ) : null}
            </>
          }
        />
      ))}
    </Rows>
  );
}

type InterestProps = { interest: InterestRow; now: Date; handle: FormAction; page: string };

function Interest({ interest, now, handle, page }: InterestProps) {
  const t = useTranslations('adhesion.work');
  const { id, name, contactName, email, message, confirmedAt } = interest;
  return (
    <Section title={name} level={3}>
      <p>
        {contactName}, <a href={`mailto:${email}`}>{email}</a> · <Time at={confirmedAt} now={now} />
      </p>
      {message ? <PlainText>{message}</PlainText> : null}
      <PostButton
        action={handle}
        fields={{ interestId: id, back: page }}
        kind="secondary"
        small
        label={t('handledLabel', { name })}
      >
        {t('handled')}
      </PostButton>
    </Section>
  );
}
