// A search is kept, listed, silenced and dropped; words of the search are kept by the secretariat. Script or no script.
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './stack/desk';
import { expectAccessible } from './stack/journey';

const main = (page: Page) => page.getByRole('main');

async function find(page: Page, words: string): Promise<void> {
  await openAs(page, 'matteo', `/cerca?${new URLSearchParams({ q: words })}`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });
    const own = javaScriptEnabled ? 'attestazione scadenza' : 'nulla osta rilascio';

    test('a search is saved under a name, found in the profile, silenced and dropped', async ({ page }) => {
      await find(page, own);
      await main(page).getByText('Salva la ricerca').first().click();
      await expect(main(page).getByLabel('Nome')).toHaveValue(own);
      await main(page).getByLabel('Nome').fill(`La mia: ${own}`);
      if (javaScriptEnabled) await expectAccessible(page);
      await main(page).getByRole('button', { name: 'Salva', exact: true }).click();
      await expect(main(page).getByText('Questa ricerca è salvata.')).toBeVisible();
      await main(page).getByRole('link', { name: 'Ricerche salvate' }).click();
      const row = main(page)
        .getByRole('row')
        .filter({ hasText: `La mia: ${own}` });
      await expect(row).toContainText('le novità nel riepilogo');
      await row.getByRole('button', { name: 'Non ricevere' }).click();
      await expect(main(page).getByText('La scelta è stata salvata')).toBeVisible();
      await expect(row).toContainText('niente');
      await row.getByRole('link').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(own);
      await page.goBack();
      await row.getByText('Togli', { exact: true }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await row.getByRole('button', { name: 'Togli la ricerca' }).click();
      await expect(main(page).getByText('La ricerca è stata tolta')).toBeVisible();
      await expect(row).toHaveCount(0);
    });

    test('words that mean the same are added, count at once, and are changed and removed', async ({
      page,
    }) => {
      const word = javaScriptEnabled ? 'SGATE' : 'Pignatone';
      await find(page, word);
      await expect(main(page).getByText('Bonus luce e gas')).toHaveCount(0);
      await openAs(page, 'olga', '/segreteria/posta');
      await main(page).getByRole('link', { name: 'Parole della ricerca' }).click();
      await main(page).getByLabel('Forme').fill(`${word}, ${word.toLowerCase()}`);
      await main(page).getByRole('button', { name: 'Aggiungi' }).click();
      await expect(page.locator('#forms-error')).toContainText('Una forma c’è due volte');
      await expect(main(page).getByLabel('Forme')).toHaveValue(`${word}, ${word.toLowerCase()}`);
      await main(page).getByLabel('Forme').fill(`${word}, bonus luce`);
      await main(page).getByRole('button', { name: 'Aggiungi' }).click();
      await expect(main(page).getByText('Il gruppo è stato aggiunto')).toBeVisible();
      await find(page, word);
      await expect(main(page).getByRole('link', { name: /Bonus luce e gas/ })).toBeVisible();
      await openAs(page, 'olga', `/segreteria/ricerca?${new URLSearchParams({ q: word })}`);
      await main(page)
        .getByRole('link', { name: `Cambia il gruppo di «${word}»` })
        .click();
      await expect(main(page).getByLabel('Forme')).toHaveValue(`${word}\nbonus luce`);
      await main(page).getByLabel('Forme').fill(word);
      await main(page).getByRole('button', { name: 'Salva il gruppo' }).click();
      await expect(page.locator('#forms-error')).toContainText('Servono almeno due forme');
      await main(page).getByLabel('Forme').fill(`${word}\nbolletta`);
      await main(page).getByRole('button', { name: 'Salva il gruppo' }).click();
      await expect(main(page).getByText('Il gruppo è stato cambiato')).toBeVisible();
      const row = main(page)
        .getByRole('row')
        .filter({ hasText: `${word}, bolletta` });
      await row.getByText('Togli', { exact: true }).click();
      await row.getByRole('button', { name: 'Togli il gruppo' }).click();
      await expect(main(page).getByText('Il gruppo è stato tolto')).toBeVisible();
      await expect(row).toHaveCount(0);
    });
  });
}
