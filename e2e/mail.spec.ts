// From the web to a mailbox and back: a post, its copy, an answer from a mail program, and the answer on the page.
import { expect, test } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { worldEmail } from '@/lib/testing/world';
import { openAs, writeMore } from './stack/desk';
import { expectAccessible, journey } from './stack/journey';
import { mailFor, quoted, replyAddress } from './stack/mailbox';

test('a post on the web reaches a mailbox; its answer stands in the thread within five seconds, the quote folded', async ({
  page,
}) => {
  const title = `Dal sito alla posta ${Date.now()}`;
  await openAs(page, 'matteo', '/forum/operatori/nuova');
  await page.getByLabel('Titolo', { exact: true }).fill(title);
  await writeMore(page, true, 'Chi rilascia il certificato di stato civile?');
  await page.getByRole('button', { name: 'Apri la discussione' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const thread = journey().stack.url + new URL(page.url()).pathname;

  const copy = await mailFor('rita', title);
  expect(copy.from?.name).toBe('Matteo Riva – Comune di Segrate');
  expect(copy.text).toContain('Chi rilascia il certificato di stato civile?');
  const transport = createTransport({ host: '127.0.0.1', port: journey().stack.mailPort, ignoreTLS: true });
  await transport.sendMail({
    ...{ from: `Rita Sala <${worldEmail('rita')}>`, to: replyAddress(copy), subject: `R: ${copy.subject}` },
    inReplyTo: copy.messageId,
    text: `Lo rilascia il Comune.\n\n${quoted(copy)}`,
  });
  transport.close();

  const answer = page.locator('#m2');
  await expect(async () => {
    await page.goto(thread);
    await expect(answer).toContainText('Lo rilascia il Comune.', { timeout: 500 });
  }).toPass({ timeout: 5_000, intervals: [250] });
  await expect(answer).toContainText('Rita Sala');
  const fold = answer.locator('details').filter({ hasText: 'Chi rilascia il certificato' });
  await expect(fold).not.toHaveAttribute('open');
  await expect(fold.getByText('Chi rilascia il certificato')).toBeHidden();
  await expectAccessible(page);
});
