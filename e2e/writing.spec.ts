// Asking and answering as people do, with and without JavaScript.
import { expect, type Page, test } from '@playwright/test';
import { chooseFile, enterEditor, openAs, text, writeMore } from './stack/desk';
import { expectAccessible, journey, runSql } from './stack/journey';

const pdf = { name: 'attestazione.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 prova') };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const title = `Ricongiungimento con figlio maggiorenne ${javaScriptEnabled ? 'uno' : 'due'}`;

    test('a question with a table and a PDF, answered with a quote, corrected, solved, moved and locked; a third is refused', async ({
      page,
      browser,
    }) => {
      await openAs(page, 'matteo', '/forum/operatori/nuova');
      await expect(page.getByText(/Lo riceveranno \d+ persone di \d+ enti/)).toBeVisible();
      await page.getByLabel('Titolo', { exact: true }).fill(title);
      await page.getByLabel('È una domanda').check();
      await page.getByLabel(/Etichette/).fill('famiglia, Reddito');
      await writeQuestion(page, javaScriptEnabled);
      if (javaScriptEnabled) await expectAccessible(page);
      await attach(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Apri la discussione' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('#m1 table')).toContainText('Reddito');
      await expect(page.locator('#m1').getByRole('link', { name: pdf.name })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Annulla l’invio' })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const thread = new URL(page.url()).pathname;

      await openAs(page, 'rita', thread);
      await page.getByRole('link', { name: /Cita il messaggio 1/ }).click();
      await writeMore(page, javaScriptEnabled, 'Serve il certificato di stato civile.');
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page.locator('#m2 blockquote')).toContainText('Matteo Riva ha scritto:');
      await expect(page.locator('#m2')).toContainText('certificato di stato civile');

      await openAs(page, 'matteo', thread);
      await page.getByRole('link', { name: 'Modifica il messaggio 1' }).click();
      await writeMore(page, javaScriptEnabled, 'Aggiungo: il figlio studia.');
      await page.getByRole('button', { name: 'Salva la modifica' }).click();
      await expect(page.locator('#m1')).toContainText('il figlio studia');
      await page
        .locator('#m1')
        .getByRole('link', { name: /^modificato/ })
        .click();
      await expect(page.locator('ins')).toContainText('il figlio studia');
      await page.goto(journey().stack.url + thread);
      await page.getByRole('button', { name: 'Scegli come risposta il messaggio 2' }).click();
      await expect(page.getByRole('main')).toContainText('Risolta da Rita Sala');

      const third = await browser.newPage({ javaScriptEnabled });
      await openAs(third, 'piero', thread);
      await writeMore(third, javaScriptEnabled, 'Scritto mentre si chiudeva.');

      await openAs(page, 'olga', thread);
      await page.getByText('Sposta in altre aree').first().click();
      await page.getByLabel('Tra Comuni').check();
      const moving = page.locator('form', { has: page.getByLabel('Tra Comuni') });
      await moving.getByLabel('Motivo').fill('Riguarda solo i Comuni');
      await moving.getByRole('button', { name: 'Sposta' }).click();
      await expect(page.getByText(/Olga Ventura ha spostato la discussione/)).toBeVisible();
      await page.getByText('Chiudi la discussione').first().click();
      const locking = page.locator('form', {
        has: page.getByRole('button', { name: 'Chiudi', exact: true }),
      });
      await locking.getByLabel('Motivo').fill('La domanda ha avuto risposta');
      await locking.getByRole('button', { name: 'Chiudi', exact: true }).click();
      await expect(page.getByText(/Olga Ventura ha chiuso la discussione/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await third.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(third.getByText('La discussione è stata chiusa').first()).toBeVisible();
      await expect(third.getByRole('main')).toContainText('Scritto mentre si chiudeva.');
      await third.close();
      await openAs(page, 'piero', thread);
      await expect(page.getByText('La discussione è chiusa')).toBeVisible();
      await expect(page.getByText('La domanda ha avuto risposta').last()).toBeVisible();
      await expect(page.getByRole('button', { name: 'Invia la risposta' })).toHaveCount(0);
    });

    test('what was sent is taken back, and its words are a draft again', async ({ page }) => {
      const { typical } = journey().story;
      await openAs(page, 'rita', `/forum/operatori/${typical.number}-${typical.slug}`);
      await writeMore(page, javaScriptEnabled, 'Un errore di invio.');
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page).toHaveURL(/inviato=/);
      const sent = new URL(page.url()).searchParams.get('inviato') ?? '';
      await runSql((sql) => sql`update post set posted_at = now() + interval '1 hour' where id = ${sent}`);
      await page.reload();
      await page.getByRole('button', { name: 'Annulla l’invio' }).click();
      await expect(page.getByText('Il messaggio è stato ritirato')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Un errore di invio.');
      await page.getByText('Elimina la bozza').first().click();
      await page.getByRole('button', { name: 'Elimina', exact: true }).click();
      await expect(page).toHaveURL(/:\d+\/(#.*)?$/);
    });

    test('personal data stop the sending, are shown, and covered with one click', async ({ page }) => {
      const { typical } = journey().story;
      await openAs(page, 'elena', `/forum/operatori/${typical.number}-${typical.slug}`);
      await expect(page.getByRole('button', { name: 'Invia la risposta' })).toHaveCount(0);
      await openAs(page, 'piero', `/forum/operatori/${typical.number}-${typical.slug}`);
      await writeMore(page, javaScriptEnabled, 'La signora RSSMRA85T10A562S attende.');
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'cosa da correggere' })).toContainText(
        'il codice fiscale',
      );
      await expect(page.getByText('RSSMRA85T10A562S').last()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Copri questi dati' }).click();
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page.locator('article').last()).toContainText('La signora [codice fiscale] attende.');
    });
  });
}

test('one hears of new posts while reading, and only who may read hears anything', async ({
  page,
  browser,
}) => {
  const { stack, story } = journey();
  const thread = `/forum/operatori/${story.typical.number}-${story.typical.slug}`;
  await openAs(page, 'rita', thread);
  const other = await browser.newPage();
  await openAs(other, 'olga', thread);
  await writeMore(other, true, 'Aggiungo una nota mentre si legge.');
  await other.getByRole('button', { name: 'Invia la risposta' }).click();
  await expect(other.getByText('Aggiungo una nota mentre si legge.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Nuovi messaggi: \d+$/ })).toBeVisible({ timeout: 30_000 });
  await openAs(other, 'ada', '/');
  const refused = await other.request.get(`${stack.url}/api/forum/${story.typical.number}/eventi`);
  expect(refused.status()).toBe(403);
  await other.close();
});

test('a page in the background hears nothing, and shown again says at once what came meanwhile', async ({
  page,
  browser,
}) => {
  const { typical } = journey().story;
  const thread = `/forum/operatori/${typical.number}-${typical.slug}`;
  await openAs(page, 'elena', thread);
  await turn(page, true);
  const other = await browser.newPage();
  await openAs(other, 'olga', thread);
  await writeMore(other, true, 'Scritto mentre nessuno guarda.');
  await other.getByRole('button', { name: 'Invia la risposta' }).click();
  await expect(other).toHaveURL(/inviato=/);
  const sent = new URL(other.url()).searchParams.get('inviato') ?? '';
  await other.close();
  await runSql((sql) => sql`update post set posted_at = now() - interval '1 minute' where id = ${sent}`);
  const news = page.getByRole('link', { name: /^Nuovi messaggi: \d+$/ });
  await expect(news).toHaveCount(0);
  await turn(page, false);
  await expect(news).toBeInViewport();
});

test('one person holds six streams open, not seven', async ({ page }) => {
  const { stack, story } = journey();
  await openAs(page, 'piero', '/');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const stop = new AbortController();
  const statuses: number[] = [];
  for (let streams = 0; streams < 7; streams++) {
    const address = `${stack.url}/api/forum/${story.typical.number}/eventi`;
    statuses.push((await fetch(address, { headers: { cookie }, signal: stop.signal })).status);
  }
  stop.abort();
  expect(statuses.at(0)).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});

test('from any page of a thread the way to answer is in sight, above the bar of a phone', async ({
  page,
}) => {
  const { overfull } = journey().story;
  await page.setViewportSize({ width: 320, height: 640 });
  await openAs(page, 'olga', `/forum/operatori/${overfull.number}-${overfull.slug}`);
  const answer = page.getByRole('link', { name: 'Rispondi', exact: true });
  await page.locator('article').nth(3).scrollIntoViewIfNeeded();
  await expect(answer).toBeInViewport({ ratio: 1 });
  const [box, bar] = [await answer.boundingBox(), await page.locator('.rc-nav').boundingBox()];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  await answer.click();
  await expect(page.getByRole('heading', { name: 'Rispondi' })).toBeInViewport();
});

/** As a browser does with a page behind others, or before them again. */
async function turn(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

/** A table and bold words: in Markdown, or with the buttons of the editor. */
async function writeQuestion(page: Page, hasScript: boolean): Promise<void> {
  if (!hasScript) {
    return text(page).fill(
      'Chi ha un **caso simile**?\n\n| Reddito | Anno |\n| --- | --- |\n| 9.000 | 2025 |',
    );
  }
  const editor = await enterEditor(page);
  await editor.pressSequentially('Chi ha un ');
  await page.getByRole('button', { name: 'Grassetto' }).click();
  await editor.pressSequentially('caso simile');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tabella', exact: true }).click();
  await page.keyboard.type('Reddito');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Anno');
  await expect(page.getByText(/Bozza salvata alle \d\d:\d\d/)).toBeVisible();
}

async function attach(page: Page, hasScript: boolean): Promise<void> {
  await chooseFile(page, hasScript, pdf);
  await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();
  if (!hasScript) await page.getByRole('link', { name: 'Torna al testo' }).click();
}
