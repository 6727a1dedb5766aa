'use client';
// What the secretariat can do from here, the usual step first.
import { useTranslations } from 'next-intl';
import { Section, Stack } from '@/components/ui/layout';
import type { FormDeed } from '@/lib/core/form-state';
import { type MembershipDeed, type Standing, stepRules } from '@/lib/membership/model';
import { StepForm } from './step-form';

/** In the order they are offered. */
const offered: readonly MembershipDeed[] = [
  'verify',
  'admit',
  'sign',
  'ask',
  'invite',
  'resume',
  'recall',
  'renew',
  'refuse',
  'lapse',
  'suspend',
  'end',
  'merge',
];
const dangerous: readonly MembershipDeed[] = ['refuse', 'lapse', 'suspend', 'end', 'merge'];

type DecisionsProps = {
  state: Standing;
  organizationId: string;
  name: string;
  targets: readonly { id: string; name: string }[];
  action: FormDeed;
  page: string;
};

/** The same table that the deeds obey says which are open. */
export function Decisions({ state, targets, ...each }: DecisionsProps) {
  const t = useTranslations('adhesion.examine');
  const open = offered.filter((deed) => stepRules[deed].from.includes(state));
  return (
    <Section title={t('decision')}>
      {open.length === 0 ? <p>{t('nothing')}</p> : null}
      <Stack gap="small">
        {open.map((deed, index) => (
          <StepForm
            key={deed}
            deed={deed}
            kind={dangerous.includes(deed) ? 'danger' : index === 0 ? 'primary' : 'secondary'}
            targets={deed === 'merge' ? targets : undefined}
            {...each}
          />
        ))}
      </Stack>
    </Section>
  );
}
