// An application, one step at a time; whoever has the link goes on where they stopped.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActSaved } from '@/components/membership/act-saved';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { type Step, Steps } from '@/components/ui/steps';
import { Refusal } from '@/lib/core/refusal';
import {
  type ApplicationStep,
  type ApplicationView,
  applicationAddress,
  applicationSteps,
  isOpenToApplicant,
  nextStep,
} from '@/lib/membership/applying/model';
import { findApplication } from '@/lib/membership/applying/queries';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { ActStep, AskedFor, ContactStep, DraftsStep, SendStep, Standing } from './steps';

type Props = { params: Promise<{ word: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations('adhesion.application'))('title');
  return { title, robots: { index: false }, referrer: 'no-referrer' };
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const [{ word }, query] = [await params, await searchParams];
  const t = await getTranslations('adhesion');
  const view = await readPage(applicationAddress(word), async (ctx) =>
    findOrGone(() => findApplication(ctx, word)),
  );
  if (view === 'gone') return <Expired />;
  const wanted = applicationSteps.find((step) => step === queryValue(query.passo));
  const step = wanted ?? nextStep(view);
  const isOpen = view.closedAt === null && isOpenToApplicant(view.state);
  const wrong = await refusalWords(queryValue(query.avviso));
  return (
    <Stack gap="large">
      <PageHead
        title={t('application.of', { name: view.organization.name })}
        crumbs={[{ label: t('join.title'), href: '/adesione' }, { label: view.organization.name }]}
        line={view.state ? t(`states.${view.state}`) : null}
      />
      <Steps
        label={t('application.steps')}
        steps={stepsOf(view, step, isOpen, (one) => t(`application.names.${one}`))}
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {isOpen && queryValue(query.fatto) === 'atto' ? <ActSaved /> : null}
      {view.asked ? <AskedFor asked={view.asked} /> : null}
      {isOpen ? (
        <OneStep step={step} view={view} word={word} wrong={wrong} />
      ) : (
        <Standing view={view} word={word} />
      )}
    </Stack>
  );
}

async function findOrGone(work: () => Promise<ApplicationView>): Promise<ApplicationView | 'gone'> {
  return work().catch((error) => {
    if (error instanceof Refusal && error.code === 'gone') return 'gone' as const;
    throw error;
  });
}

/** Done is what holds already, wherever one looks now. */
function stepsOf(
  view: ApplicationView,
  at: ApplicationStep,
  isOpen: boolean,
  name: (step: ApplicationStep) => string,
): Step[] {
  const done: Record<ApplicationStep, boolean> = {
    contatto: view.contact.referentEmail !== '',
    bozze: view.resolutionId !== null,
    atto: view.resolutionId !== null,
    invio: !isOpen,
  };
  return applicationSteps.map((step) => ({
    label: name(step),
    state: isOpen && step === at ? 'now' : done[step] ? 'done' : 'next',
  }));
}

type StepProps = { step: ApplicationStep; view: ApplicationView; word: string; wrong: string | null };

async function OneStep({ step, view, word, wrong }: StepProps) {
  if (step === 'contatto') return <ContactStep view={view} word={word} />;
  if (step === 'bozze') return <DraftsStep view={view} word={word} />;
  if (step === 'atto') return <ActStep view={view} word={word} wrong={wrong} />;
  return <SendStep view={view} word={word} ctx={await currentContext()} />;
}

async function Expired() {
  const t = await getTranslations('adhesion.application');
  return (
    <Stack>
      <PageHead title={t('title')} />
      <Alert kind="needs" title={t('expired')}>
        <p>{t('expiredAdvice')}</p>
      </Alert>
      <div>
        <LinkButton href="/adesione/domanda">{t('expiredAction')}</LinkButton>
      </div>
    </Stack>
  );
}
