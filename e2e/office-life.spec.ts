// What an office does around the forum: take over from a leaver, choose what to be told of. Script or no script.
import { expect, test } from '@playwright/test';
import { openAs } from './stack/desk';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a referent hands over what a leaver had open', async ({ page }) => {
    await openAs(page, 'rita', '/enti/segrate');
    await expect(page.getByText('Lina Bassi ha lasciato 1 discussione e nessuna bozza.')).toBeVisible();
    await page.getByLabel('A chi passano discussioni e bozze di Lina Bassi').selectOption('Matteo Riva');
    await page.getByRole('button', { name: 'Affida al collega discussioni e bozze di Lina Bassi' }).click();
    await expect(page.getByText('1 discussione e nessuna bozza ora sono del collega.')).toBeVisible();
    await expect(page.getByText('Chi ha lasciato l’ufficio')).toHaveCount(0);
    await page.goto(new URL('/cerca?q=prima+di+andare+via', page.url()).href);
    await page.getByRole('link', { name: 'Chiesto prima di andare via' }).click();
    await expect(page.getByText('Rita Sala ha affidato la discussione a Matteo Riva')).toBeVisible();
  });

  test('an area is followed and left from its page', async ({ page }) => {
    await openAs(page, 'piero', '/forum/novita');
    await page.getByRole('button', { name: 'Segui l’area' }).click();
    await expect(page.getByText('Quest’area è seguita')).toBeVisible();
    await page.getByRole('button', { name: 'Non seguire più l’area' }).click();
    await expect(page.getByText('Quest’area non è seguita.')).toBeVisible();
  });
});

test('a question like one that was asked already shows it while its title is typed', async ({ page }) => {
  await openAs(page, 'matteo', '/forum/operatori/nuova');
  await page.getByLabel('Titolo', { exact: true }).pressSequentially('attestazioni di idoneità');
  const similar = page.getByRole('link', { name: 'Idoneità alloggiativa: quanto vale l’attestazione?' });
  await expect(similar).toBeVisible();
  await expect(page.getByText('2 risposte · risolta')).toBeVisible();
});
