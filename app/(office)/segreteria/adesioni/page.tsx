// The secretariat's adhesions: what is to be examined first, then what waits for others.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SeatLimits } from '@/components/membership/seat-limits';
import { WorkLists } from '@/components/membership/work-lists';
import { Button, LinkButton } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { CheckField, Form } from '@/components/ui/field';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { isoDay } from '@/lib/core/time';
import { findSettings } from '@/lib/membership/examining/find-settings';
import { listWork } from '@/lib/membership/queries';
import { listSeatLimits } from '@/lib/people/seats/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { handled, setFourEyes, setLimit } from './actions';

const page = '/segreteria/adesioni';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.work'))('title') };
}

export default async function AdhesionsPage({ searchParams }: { searchParams: PageQuery }) {
  const { work, settings, seatLimits, now } = await readPage(page, async (ctx) => ({
    work: await listWork(ctx),
    settings: await findSettings(ctx),
    seatLimits: await listSeatLimits(ctx),
    now: ctx.now,
  }));
  const [t, limits] = await Promise.all([
    getTranslations('adhesion.work'),
    getTranslations('adhesion.limits'),
  ]);
  const wrong = await refusalWords(queryValue((await searchParams).avviso));
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
      <Details summary={t('settings')} open={wrong !== null}>
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
        <Section title={limits('title')} level={3} id="limiti">
          <SeatLimits limits={seatLimits} action={setLimit} wrong={wrong} />
        </Section>
      </Details>
    </Stack>
  );
}
