// What people see when something fails: words and a number, with and without JavaScript.
import { expect, test } from '@playwright/test';
import { expectAccessible, journey, signIn } from './stack/journey';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a page that fails says so in the frame, with its number', async ({ page, context }) => {
      const { stack } = journey();
      await signIn(context, 'rita');
      const answer = await page.goto(`${stack.url}/dev/guasto`);
      const code = answer?.headers()['x-correlation-id'] ?? '';
      expect(answer?.status()).toBe(500);
      expect(code).not.toBe('');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qualcosa non ha funzionato');
      await expect(page.getByRole('main')).toContainText(code);
      await expect(page.getByRole('banner')).toContainText('Rita Sala');
      if (javaScriptEnabled) await expectAccessible(page);
    });

    for (const [path, status, title] of [
      ['/forum/operatori/999999-niente', 404, 'Pagina non trovata'],
      ['/segreteria/posta', 403, 'Pagina riservata'],
    ] as const) {
      test(`${path} says ${status} in the frame, and the frame knows where one is`, async ({
        page,
        context,
      }) => {
        const { stack } = journey();
        await signIn(context, 'rita');
        const answer = await page.goto(stack.url + path);
        expect(answer?.status()).toBe(status);
        await expect(page).toHaveTitle(`${title} · Raccordo`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page.getByRole('main')).toContainText(
          answer?.headers()['x-correlation-id'] ?? 'no number',
        );
        await expect(page.getByRole('banner')).toContainText('Rita Sala');
        await expect(page.getByRole('banner').locator('input[name="back"]').first()).toHaveValue(path);
        if (javaScriptEnabled) await expectAccessible(page);
      });
    }
  });
}

test('the page of failures says so of any status it does not know', async ({ page }) => {
  const { stack } = journey();
  const answer = await page.goto(`${stack.url}/errore?stato=toString`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qualcosa non ha funzionato');
});

test('an unknown address is a page of the site', async ({ page }) => {
  const { stack } = journey();
  const answer = await page.goto(`${stack.url}/niente/di/niente`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('banner')).toContainText('Raccordo');
  await expect(page.getByRole('main')).toContainText(answer?.headers()['x-correlation-id'] ?? 'no number');
});
