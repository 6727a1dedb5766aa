// The secretariat's adhesions: what is to be examined first, then what waits for others.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WorkLists } from '@/components/membership/work-lists';
import { Button, LinkButton } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { CheckField, Form } from '@/components/ui/field';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { isoDay } from '@/lib/core/time';
import { findSettings } from '@/lib/membership/examining/find-settings';
import { listWork } from '@/lib/membership/queries';
import { readPage } from '@/lib/web/read-page';
import { handled, setFourEyes } from './actions';

const page = '/segreteria/adesioni';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.work'))('title') };
}

export default async function AdhesionsPage() {
  const { work, settings, now } = await readPage(page, async (ctx) => ({
    work: await listWork(ctx),
    settings: await findSettings(ctx),
    now: ctx.now,
  }));
  const t = await getTranslations('adhesion.work');
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        line={t('line')}
        action={
          <LinkButton kind="secondary" href="/segreteria/registro">
            {t('register')}
          </LinkButton>
        }
      />
      <WorkLists work={work} now={now} today={isoDay(now)} handle={handled} page={page} />
      <Details summary={t('settings')}>
        <Form action={setFourEyes}>
          <CheckField
            name="fourEyes"
            label={t('fourEyes')}
            hint={t('fourEyesHint')}
            defaultChecked={settings.fourEyes}
          />
          <div>
            <Button kind="secondary" small>
              {t('saveSettings')}
            </Button>
          </div>
        </Form>
      </Details>
    </Stack>
  );
}
