// Real mail programs and a real mail server write to the receiver, as people's do.
import { expect, test } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { worldEmail } from '@/lib/testing/world';
import { isInstalled } from './mail/is-installed';
import { sendWithNeomutt } from './mail/send-with-neomutt';
import { sendWithSwaks } from './mail/send-with-swaks';
import { mayRunPostfix, startPostfix } from './mail/start-postfix';
import { openAs } from './stack/desk';
import { journey } from './stack/journey';

const area = 'operatori@liste.raccordo.example';

/** The thread of this title shows these words in its first post, or one of them. */
async function expectPosted(page: Parameters<typeof openAs>[0], title: string, words: string): Promise<void> {
  await expect(async () => {
    await openAs(page, 'olga', '/forum/operatori');
    await page.getByRole('link', { name: title }).first().click({ timeout: 2_000 });
    await expect(page.getByRole('main')).toContainText(words, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

test('swaks: a thread and its answer', async ({ page }) => {
  test.skip(!isInstalled('swaks'), 'swaks is not installed');
  const { mailPort: port } = journey().stack;
  const subject = `Scritto con swaks ${Date.now()}`;
  const said = await sendWithSwaks({ port, from: worldEmail('matteo'), to: area, subject, text: 'Prima.' });
  expect(said).toContain('250');
  const messageId = /^ [-~]> Message-Id: (<.+>)\r?$/im.exec(said)?.[1] ?? '';
  expect(messageId).not.toBe('');
  await expectPosted(page, subject, 'Prima.');
  const answer = { from: worldEmail('rita'), to: area, subject: `R: ${subject}`, inReplyTo: messageId };
  await sendWithSwaks({ port, ...answer, text: 'Seconda.\n\n> Prima.' });
  await expectPosted(page, subject, 'Seconda.');
});

test('neomutt: a thread with letters that are not ASCII', async ({ page }) => {
  test.skip(!isInstalled('neomutt'), 'neomutt is not installed');
  const { mailPort: port } = journey().stack;
  const subject = `Perché neomutt ${Date.now()}`;
  const from = worldEmail('matteo');
  await sendWithNeomutt({ port, from, to: area, subject, text: 'Così è, però… già.\n' });
  await expectPosted(page, subject, 'Così è, però… già.');
});

test('Postfix: relayed mail becomes a post', async ({ page }) => {
  test.skip(!isInstalled('postfix') || !mayRunPostfix(), 'Postfix cannot be run');
  const postfix = await startPostfix(journey().stack.mailPort);
  try {
    const transport = createTransport({ host: '127.0.0.1', port: postfix.port, ignoreTLS: true });
    const subject = `Passato da Postfix ${Date.now()}`;
    const from = `Matteo Riva <${worldEmail('matteo')}>`;
    await transport.sendMail({ from, to: area, subject, text: 'Con un server in mezzo.' });
    transport.close();
    await expectPosted(page, subject, 'Con un server in mezzo.');
  } finally {
    await postfix.stop();
  }
});
