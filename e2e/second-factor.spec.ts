// A second factor from the first scan to the last recovery code, in the browser.
import { expect, type Page, test } from '@playwright/test';
import { generate } from 'otplib';
import { expectAccessible, journey, linkMailedAt, runSql } from './stack/journey';

const at = (path: string) => `${journey().stack.url}${path}`;
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

/** A code of the app for now, as if the thirty seconds of the last one had passed: nobody waits for a clock. */
async function codeOf(secret: string): Promise<string> {
  const { id } = journey().story.guarded.free;
  await runSql((sql) => sql`update second_factor set last_step = 0 where person_id = ${id}`);
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) });
}

async function signInByMail(page: Page, email: string): Promise<void> {
  const begun = Date.now();
  await page.goto(at('/accesso?ritorno=%2Fprofilo'));
  await page.getByRole('main').getByRole('textbox').fill(email);
  await button(page, 'Invia il collegamento').click();
  await page.goto(await newLink(email, begun));
  await button(page, 'Entra').click();
}

const used = new Set<string>();

/** Mails are dated by the second: the one before may look as new. */
async function newLink(email: string, begun: number): Promise<string> {
  let link = '';
  const look = async () => {
    link = await linkMailedAt(email, begun, '/accesso/conferma');
    return used.has(link);
  };
  await expect.poll(look, { timeout: 20_000 }).toBe(false);
  used.add(link);
  return link;
}

test('a person switches it on, signs in with a code, then with a recovery code, and off again', async ({
  page,
}) => {
  const { email } = journey().story.guarded.free;
  await signInByMail(page, email);
  await expect(page).toHaveURL(at('/profilo'));
  await page.getByRole('link', { name: 'Verifica in due passaggi' }).click();
  await expectAccessible(page);
  const shown = await page.getByText(/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/).innerText();
  const secret = (/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/.exec(shown)?.[0] ?? '').replaceAll(' ', '');
  await page.getByLabel('Codice', { exact: true }).fill('000000');
  await button(page, 'Attiva la verifica').click();
  await expect(page.getByText('Il codice non è giusto')).toBeVisible();
  await page.getByLabel('Codice', { exact: true }).fill(await codeOf(secret));
  await button(page, 'Attiva la verifica').click();
  await expect(page.getByText('Si vedono soltanto ora')).toBeVisible();
  await expectAccessible(page);
  const [recovery] = await page.getByRole('status').getByRole('listitem').allInnerTexts();
  await page.context().clearCookies();

  await signInByMail(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Codice di verifica');
  await page.goto(at('/profilo/posta'));
  await expect(page).toHaveURL(/\/accesso\/codice\?ritorno=%2Fprofilo%2Fposta/);
  await page.getByLabel('Codice', { exact: true }).fill(await codeOf(secret));
  await button(page, 'Entra').click();
  await expect(page).toHaveURL(at('/profilo/posta'));
  await page.context().clearCookies();

  await signInByMail(page, email);
  await page.getByLabel('Codice', { exact: true }).fill(recovery ?? '');
  await button(page, 'Entra').click();
  await expect(page).toHaveURL(at('/profilo'));
  await page.goto(at('/profilo/secondo-fattore'));
  await expect(page.getByText('ne restano 9')).toBeVisible();
  await page.locator('#remove').fill(await codeOf(secret));
  await button(page, 'Disattiva la verifica').click();
  await expect(page.getByText('La verifica in due passaggi è disattivata.')).toBeVisible();
});
