// The words of an answer: short, polite, in the language of whoever wrote.
import { createTranslator } from 'next-intl';
import { env } from '@/lib/env';
import { type Letter, writeLetter } from '@/lib/platform/mail/letter';
import { messages } from '@/messages';
import type { PrivateDatum } from '../deciding/model';
import { type Answer, type Correspondent, mostNamed } from './model';

type Words = ReturnType<typeof wordsFor>;
type Parts = Pick<Letter, 'subject' | 'paragraphs' | 'action' | 'notes'>;

/** @returns subject, text and html */
export function composeAnswer(to: Correspondent, answer: Answer): ReturnType<typeof writeLetter> {
  const t = wordsFor(to.locale);
  const subject = to.mail.subject || t('noSubject');
  const { paragraphs, ...parts } = partsOf(t, answer, { subject, address: to.email });
  const greeting = to.name ? t('greeting', { name: to.name }) : t('greetingNobody');
  return writeLetter({
    ...parts,
    locale: to.locale,
    paragraphs: [greeting, ...paragraphs],
    footer: t('footer'),
  });
}

function wordsFor(locale: Correspondent['locale']) {
  return createTranslator({ locale, messages: messages[locale], namespace: 'answers' });
}

type About = { subject: string; address: string };

function partsOf(t: Words, answer: Answer, about: About): Parts {
  const { subject } = about;
  switch (answer.kind) {
    case 'refused':
      return refusedParts(t, answer, about);
    case 'files':
      return {
        subject: t('files.subject', { subject }),
        paragraphs: [t('files.line', { subject }), t('files.list', { list: namesOf(t, answer.leftOut) })],
        action: { label: t('files.action'), url: answer.url },
      };
    case 'posted':
      return {
        subject: t('posted.subject', { subject }),
        paragraphs: [t('posted.line', { subject }), ...(answer.isOutside ? [t('posted.outside')] : [])],
        action: { label: t('files.action'), url: answer.url },
      };
    case 'decided':
      return { subject: t('decided.subject', { subject }), paragraphs: [t('decided.line', { subject })] };
    case 'decide':
      return {
        subject: t('decide.subject', { subject }),
        paragraphs: [t('decide.line', { subject }), t('decide.how')],
        action: { label: t('held.action'), url: answer.url },
      };
    default:
      return commandParts(t, answer);
  }
}

function refusedParts(
  t: Words,
  answer: Extract<Answer, { kind: 'refused' }>,
  { subject, address }: About,
): Parts {
  const { reason, data = [], url, because = '' } = answer;
  const label = reason === 'personal-data' && url ? 'draft' : url ? 'thread' : 'action';
  return {
    subject: t('refused.subject', { subject }),
    paragraphs: [
      t('refused.line', { subject }),
      reason === 'personal-data' && !url
        ? t('refused.withoutDraft')
        : t(`refused.reasons.${reason}`, { address, reason: because }),
      ...(data.length > 0 ? [t('refused.data.found', { list: dataIn(t, data) })] : []),
    ],
    action: { label: t(`refused.${label}`), url: url ?? env().publicUrl },
  };
}

/** Kind and place, never the datum itself. */
function dataIn(t: Words, data: readonly PrivateDatum[]): string {
  const said = data.slice(0, mostNamed).map((datum) => {
    const kind = t(`refused.kinds.${datum.kind}`);
    return datum.place === 'text'
      ? t('refused.data.text', { kind, line: String(datum.line) })
      : t(`refused.data.${datum.place}`, { kind });
  });
  return [...new Set(said)].join('; ');
}

function namesOf(t: Words, leftOut: Extract<Answer, { kind: 'files' }>['leftOut']): string {
  const named = leftOut.slice(0, mostNamed).map(({ name, why }) => t(`files.why.${why}`, { name }));
  return [...named, ...(leftOut.length > mostNamed ? ['…'] : [])].join('; ');
}

type Wish = Extract<Answer, { kind: 'stop' | 'unsubscribe' | 'choose' | 'mute' | 'follow' | 'help' }>;

function commandParts(t: Words, wish: Wish): Parts {
  const area = wish.kind === 'choose' ? wish.area : '';
  const isHelp = wish.kind === 'help';
  return {
    subject: t(`commands.subject.${wish.kind}`, { area }),
    paragraphs: [saidOf(t, wish), ...(isHelp ? [t('commands.words')] : []), t('commands.change')],
    action: { label: t('commands.action'), url: new URL('/profilo/posta', env().publicUrl).href },
  };
}

function saidOf(t: Words, wish: Wish): string {
  switch (wish.kind) {
    case 'choose':
      return t('commands.choose', { area: wish.area, choice: t(`commands.choices.${wish.choice}`) });
    case 'mute':
    case 'follow':
      return t(`commands.${wish.kind}`, { title: wish.thread });
    case 'help':
      return t('commands.help');
    case 'stop':
      if (wish.names.length > 0) return t('commands.stop', { names: wish.names.join(', ') });
      return wish.thread ? t('commands.unsubscribeThread', { title: wish.thread }) : t('commands.stopDigest');
    default:
      if (wish.area) return t('commands.unsubscribeArea', { area: wish.area });
      return wish.thread
        ? t('commands.unsubscribeThread', { title: wish.thread })
        : t('commands.unsubscribeAll');
  }
}
