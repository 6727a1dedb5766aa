// The steps of an application as parts of its page.
import { getLocale, getTranslations } from 'next-intl/server';
import { ActFacts } from '@/components/membership/act-facts';
import { ActFileList, ActUpload } from '@/components/membership/act-files';
import { ActForm } from '@/components/membership/act-form';
import { ContactForm } from '@/components/membership/contact-form';
import { Alert } from '@/components/ui/alert';
import { LinkButton, PostButton } from '@/components/ui/button';
import { ClientWords } from '@/components/ui/client-words';
import { Line, PlainText, Prose, Section, Stack } from '@/components/ui/layout';
import type { Context } from '@/lib/core/context';
import { dayWords } from '@/lib/core/time';
import { findAct } from '@/lib/membership/acts/queries';
import { type ApplicationView, applicationAddress } from '@/lib/membership/applying/model';
import { currentContext } from '@/lib/web/context';
import { dropActFile, keepAct, keepContact, send } from '../../actions';

type StepProps = { view: ApplicationView; word: string };

export async function ContactStep({ view, word }: StepProps) {
  const t = await getTranslations('adhesion.contact');
  return (
    <Section title={t('title')}>
      <ClientWords rooms={['adhesion.contact', 'adhesion.organs']}>
        <ContactForm
          action={keepContact}
          saved={view.contact}
          word={word}
          page={applicationAddress(word, 'contatto')}
        />
      </ClientWords>
    </Section>
  );
}

const papers = ['domanda', 'delibera', 'protocollo'] as const;

/** Each paper as Word, to be finished there, and as PDF, to be read. */
export async function DraftsStep({ word }: StepProps) {
  const t = await getTranslations('adhesion.drafts');
  const at = `/adesione/domanda/${word}/carte`;
  return (
    <Section title={t('title')}>
      <Stack>
        <Prose>
          <p>{t('line')}</p>
        </Prose>
        {papers.map((paper) => (
          <Section key={paper} level={3} title={t(`${paper}.title`)}>
            <p>{t(`${paper}.text`)}</p>
            <Line>
              {(['docx', 'pdf'] as const).map((kind) => (
                <LinkButton
                  key={kind}
                  kind="secondary"
                  small
                  icon="download"
                  href={`${at}/${paper}.${kind}`}
                  download
                  label={t(`as.${kind}`, { paper: t(`${paper}.title`) })}
                >
                  {t(kind)}
                </LinkButton>
              ))}
            </Line>
          </Section>
        ))}
        <Prose>
          <p>{t('later')}</p>
        </Prose>
        <Line>
          <LinkButton href={applicationAddress(word, 'atto')}>{t('next')}</LinkButton>
          <LinkButton kind="quiet" href={applicationAddress(word, 'contatto')}>
            {t('back')}
          </LinkButton>
        </Line>
      </Stack>
    </Section>
  );
}

/** First what is written on the act, then its file: a file is laid beside an act that is known. */
export async function ActStep({ view, word, wrong }: StepProps & { wrong: string | null }) {
  const t = await getTranslations('adhesion');
  const ctx = await currentContext();
  const act = view.resolutionId ? await findAct(ctx, view.resolutionId, word) : null;
  const fields = { domanda: word };
  return (
    <>
      <Section title={t('act.formTitle')}>
        <ClientWords rooms={['adhesion.act', 'adhesion.organs']}>
          <ActForm
            action={keepAct}
            saved={view.act}
            fields={fields}
            page={applicationAddress(word, 'atto')}
          />
        </ClientWords>
      </Section>
      <Section title={t('files.title')} id="carica">
        {act ? (
          <Stack>
            <ActFileList files={act.files} query={`?domanda=${word}`} remove={dropActFile} fields={fields} />
            <ActUpload to={`/api/adesioni/atto?domanda=${word}`} wrong={wrong} signer="" />
            <Line>
              <LinkButton href={applicationAddress(word, 'invio')}>{t('files.next')}</LinkButton>
            </Line>
          </Stack>
        ) : (
          <p>{t('files.afterAct')}</p>
        )}
      </Section>
    </>
  );
}

/** All of it once more before it goes. */
export async function SendStep({ view, word, ctx }: StepProps & { ctx: Context }) {
  const t = await getTranslations('adhesion');
  const act = view.resolutionId ? await findAct(ctx, view.resolutionId, word) : null;
  return (
    <Section title={t('send.title')}>
      <Stack>
        {act ? (
          <>
            <ActFacts act={act} />
            <ActFileList files={act.files} query={`?domanda=${word}`} />
          </>
        ) : (
          <p>{t('files.afterAct')}</p>
        )}
        <Prose>
          <p>{t('send.line')}</p>
        </Prose>
        <Line>
          <PostButton action={send} fields={{ domanda: word }}>
            {t(view.asked ? 'send.more' : 'send.submit')}
          </PostButton>
          <LinkButton kind="quiet" href={applicationAddress(word, 'atto')}>
            {t('send.back')}
          </LinkButton>
        </Line>
      </Stack>
    </Section>
  );
}

/** What the secretariat wants, word for word. */
export async function AskedFor({ asked }: { asked: NonNullable<ApplicationView['asked']> }) {
  const [t, locale] = await Promise.all([getTranslations('adhesion.send'), getLocale()]);
  const at = new Date(`${asked.termOn}T12:00:00Z`);
  return (
    <Alert kind="needs" title={t('asked', { day: dayWords(at, at, locale).full })}>
      <PlainText>{asked.reason}</PlainText>
    </Alert>
  );
}

/** After it was sent: where it stands, and what was sent. */
export async function Standing({ view, word }: StepProps) {
  const t = await getTranslations('adhesion');
  const act = view.resolutionId ? await findAct(await currentContext(), view.resolutionId, word) : null;
  return (
    <Stack>
      {view.state ? <Alert kind="info" title={t(`application.standing.${view.state}`)} /> : null}
      {act ? (
        <Section title={t('act.title')}>
          <ActFacts act={act} />
          <ActFileList files={act.files} query={`?domanda=${word}`} />
        </Section>
      ) : null}
    </Stack>
  );
}
