// What joining brings and asks, how it goes in four steps, and the two ways to begin.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns, Line, Prose, Section, Stack, Tiles } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { roll } from '@/lib/membership/rolls/queries';
import { currentContext } from '@/lib/web/context';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.join'))('title') };
}

const steps = ['commune', 'drafts', 'act', 'admission'] as const;
const gains = ['forum', 'forms', 'meetings', 'voice'] as const;
const asks = ['act', 'referent', 'meetings', 'money'] as const;

export default async function JoinPage() {
  const [t, members] = await Promise.all([getTranslations('adhesion.join'), roll(await currentContext())]);
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        line={t('line', { count: members.length })}
        action={
          <Line>
            <LinkButton href="/adesione/domanda">{t('begin')}</LinkButton>
            <LinkButton kind="secondary" href="/adesione/interesse">
              {t('ask')}
            </LinkButton>
          </Line>
        }
      />
      <Columns>
        <Section title={t('steps.title')}>
          <Tiles>
            {steps.map((step, index) => (
              <Card key={step} level={3} title={`${index + 1}. ${t(`steps.${step}.title`)}`}>
                <p>{t(`steps.${step}.text`)}</p>
              </Card>
            ))}
          </Tiles>
        </Section>
      </Columns>
      <Tiles>
        <Section title={t('gains.title')}>
          <ul>
            {gains.map((gain) => (
              <li key={gain}>{t(`gains.${gain}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('asks.title')}>
          <ul>
            {asks.map((ask) => (
              <li key={ask}>{t(`asks.${ask}`)}</li>
            ))}
          </ul>
        </Section>
      </Tiles>
      <Prose>
        <p>
          {t('members', { count: members.length })} <a href="/enti">{t('membersLink')}</a>
        </p>
        <p>{t('resume')}</p>
      </Prose>
    </Stack>
  );
}
