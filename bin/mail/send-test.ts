// `raccordo mail send-test`: one mail to see that mail leaves and arrives.
import { createTranslator } from 'next-intl';
import { refusalExit } from '@/bin/refusal-exit';
import { withDatabase } from '@/bin/with-database';
import { emailInput } from '@/lib/core/email';
import { parseInput } from '@/lib/core/parse-input';
import { dateWords } from '@/lib/core/time';
import { env } from '@/lib/env';
import { writeLetter } from '@/lib/platform/mail/letter';
import { closeTransport } from '@/lib/platform/mail/open-transport';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { sendMail } from '@/lib/platform/mail/send-mail';
import { messages } from '@/messages';

const notUnderstood = 2;
const failed = 1;

/**
 * Sent at once where the settings name a way out; of an embedded start the worker alone knows one.
 * @returns the exit code: 0 done, 1 the other side did not take it, 2 not understood, 3 no address
 */
export async function sendTest(args: string[]): Promise<number> {
  const [given, ...rest] = args;
  if (given === undefined || rest.length > 0) return notUnderstood;
  try {
    const to = parseInput(emailInput, given);
    const { resend, smtpUrl } = env();
    return resend || smtpUrl ? await send(to) : await leaveToWorker(to);
  } catch (error) {
    return refusalExit(error);
  }
}

async function send(to: string): Promise<number> {
  try {
    await sendMail({ to, ...letter() });
    process.stdout.write(`Taken by the other side: a test mail to ${to}.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`Not taken: ${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  } finally {
    closeTransport();
  }
}

async function leaveToWorker(to: string): Promise<number> {
  await withDatabase((db) => queueMail(db, { to, ...letter() }));
  process.stdout.write(`Queued for the worker: a test mail to ${to}.\n`);
  return 0;
}

function letter() {
  const locale = 'it';
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'answers' });
  const now = new Date();
  return writeLetter({
    locale,
    subject: t('test.subject'),
    paragraphs: [
      t('greetingNobody'),
      t('test.line'),
      t('test.sent', { moment: dateWords(now, now, locale).full }),
    ],
    footer: t('footer'),
  });
}
