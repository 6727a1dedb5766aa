// From a thread's address, signed out, to the thread: by the mailed link, with JavaScript and without.
import { expect, test } from '@playwright/test';
import { endSession, expectAccessible, journey, linkMailedTo, signIn } from './stack/journey';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const who = javaScriptEnabled ? 'matteo' : 'rita';

    test('a deep link survives signing in', async ({ page }) => {
      const { stack, story } = journey();
      const begun = Date.now();
      await page.goto(`${stack.url}/forum/operatori/${story.overfull.number}-x?m=25`);
      await expect(page).toHaveURL(/\/accesso\?ritorno=/);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('main').getByRole('textbox').fill(`${who}@segrate.example`);
      await page.getByRole('main').getByRole('button').first().click();
      await expect(page).toHaveURL(/\/accesso\/inviato/);
      await page.goto(await linkMailedTo(who, begun));
      await page.goto(page.url());
      await page.getByRole('main').getByRole('button').first().click();
      await expect(page).toHaveURL(/\/forum\/operatori\/\d+-.*m=25/);
      await expect(page.locator('#m25')).toBeVisible();
    });
  });
}

test('a used link offers a new one', async ({ page, browser }) => {
  const { stack } = journey();
  const begun = Date.now();
  await page.goto(`${stack.url}/accesso`);
  await page.getByRole('main').getByRole('textbox').fill('elena@sovico.example');
  await page.getByRole('main').getByRole('button').first().click();
  const link = await linkMailedTo('elena', begun);
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).toHaveURL(`${stack.url}/`);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByRole('main').getByRole('textbox')).toHaveValue('elena@sovico.example');
  await expectAccessible(other);
});

test('a session ended elsewhere leads to signing in and back', async ({ page, context }) => {
  const { stack } = journey();
  await signIn(context, 'olga');
  await page.goto(`${stack.url}/profilo`);
  await expect(page).toHaveURL(`${stack.url}/profilo`);
  await endSession(context);
  await page.goto(`${stack.url}/profilo`);
  await expect(page).toHaveURL(/\/accesso\?ritorno=%2Fprofilo/);
});
