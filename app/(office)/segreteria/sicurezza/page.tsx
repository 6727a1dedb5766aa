// Which roles need a second factor, and helping somebody who lost theirs.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetFactorForm } from '@/components/access/reset-factor-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { CheckField, FieldGroup, Form } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { guardedRoles } from '@/lib/auth/second-factor/model';
import { findRequiredRoles } from '@/lib/auth/second-factor/queries';
import { actsAs } from '@/lib/core/actor';
import { demandRole } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { choose, reset } from './actions';

const page = '/segreteria/sicurezza';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('access.security'))('title') };
}

export default async function SecurityPage({ searchParams }: { searchParams: PageQuery }) {
  const ctx = await demandRole(page, 'coordinator', 'admin');
  const [t, role, required] = await Promise.all([
    getTranslations('access.security'),
    getTranslations('frame.roles'),
    findRequiredRoles(ctx),
  ]);
  const done = queryValue((await searchParams).fatto);
  return (
    <Stack gap="large">
      <PageHead title={t('title')} line={t('line')} />
      {done === 'scelta' ? <Alert kind="good" title={t('chosen')} /> : null}
      {done === 'azzerata' ? <Alert kind="good" title={t('resetDone')} /> : null}
      <Section title={t('required')}>
        <Form action={choose}>
          <FieldGroup id="roles" label={t('who')} hint={t('whoHint')}>
            {guardedRoles.map((each) => (
              <CheckField
                key={each}
                id={`role-${each}`}
                name="roles"
                value={each}
                label={role(each)}
                defaultChecked={required.includes(each)}
              />
            ))}
          </FieldGroup>
          <div>
            <Button>{t('save')}</Button>
          </div>
        </Form>
      </Section>
      {actsAs(ctx.actor, 'coordinator') ? (
        <Section title={t('reset')}>
          <p>{t('resetLine')}</p>
          <ClientWords rooms={['access.security']}>
            <ResetFactorForm action={reset} page={page} />
          </ClientWords>
        </Section>
      ) : null}
    </Stack>
  );
}
