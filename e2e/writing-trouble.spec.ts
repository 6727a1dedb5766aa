// What goes wrong while one writes: sent twice, at once with another, signed out, locked meanwhile, Enter pressed too soon.
import { expect, type Page, test } from '@playwright/test';
import { openAs, text, writeMore } from './stack/desk';
import { endSession, journey, runSql, signIn } from './stack/journey';

const threadAddress = () => {
  const { trouble } = journey().story.desks;
  return `/forum/operatori/${trouble.number}-${trouble.slug}`;
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const mode = javaScriptEnabled ? 'con script' : 'senza script';

    test('a double click on send is one post', async ({ page }) => {
      const words = `Premuto due volte, arrivato una, ${mode}.`;
      await openAs(page, 'olga', threadAddress());
      await writeMore(page, javaScriptEnabled, words);
      await page.getByRole('button', { name: 'Invia la risposta' }).dblclick();
      await expect(page.locator('article').getByText(words)).toHaveCount(1);
      await page.reload();
      await expect(page.locator('article').getByText(words)).toHaveCount(1);
    });

    test('a session that ended while one wrote loses no word', async ({ page }) => {
      const words = `Scritto a sessione finita, ${mode}.`;
      await openAs(page, 'piero', threadAddress());
      await writeMore(page, javaScriptEnabled, words);
      await endSession(page.context());
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expectKept(page, words);
      await signIn(page.context(), 'piero');
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page.locator('article').last()).toContainText(words);
    });

    test('a session that ended while one edited leaves an edit', async ({ page }) => {
      const { open } = journey().story;
      const words = `Corretto a sessione finita, ${mode}.`;
      await openAs(page, 'olga', `/forum/novita/${open.number}-${open.slug}/1/modifica`);
      await writeMore(page, javaScriptEnabled, words);
      await endSession(page.context());
      await page.getByRole('button', { name: 'Salva la modifica' }).click();
      await expectKept(page, words);
      await signIn(page.context(), 'olga');
      await page.getByRole('button', { name: 'Salva la modifica' }).click();
      await expect(page.locator('#m1')).toContainText(words);
      await expect(page.locator('article').filter({ hasText: words })).toHaveCount(1);
    });

    test('a session that ended over a kept draft of a new thread loses neither title, areas nor home', async ({
      page,
    }) => {
      const title = `Deposito delle pratiche ${mode}`;
      await openAs(page, 'rita', '/forum/comuni/nuova');
      await page.getByLabel('Titolo', { exact: true }).fill(title);
      await page.getByLabel('Operatori').check();
      await page.getByLabel(/Etichette/).fill('archivio');
      await writeMore(page, javaScriptEnabled, 'Per quanti anni?');
      await page.getByRole('button', { name: 'Salva come bozza' }).click();
      await expect(page.getByText('La bozza è salvata.')).toBeVisible();
      await endSession(page.context());
      await page.getByRole('button', { name: 'Apri la discussione' }).click();
      await expectKept(page, 'Per quanti anni?');
      await expect(page.getByLabel('Titolo', { exact: true })).toHaveValue(title);
      await expect(page.getByLabel('Operatori')).toBeChecked();
      await expect(page.getByLabel('Tra Comuni')).toBeChecked();
      await signIn(page.context(), 'rita');
      await page.getByRole('button', { name: 'Apri la discussione' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page).toHaveURL(/\/forum\/comuni\//);
      const state = page.locator('.rc-head-line');
      await expect(state.getByRole('link', { name: 'Operatori' })).toBeVisible();
      await expect(state.getByRole('link', { name: 'archivio' })).toBeVisible();
    });

    test('of two who edit at once the second sees the difference, and nothing is overwritten', async ({
      page,
    }) => {
      const { stack } = journey();
      const [one, two] = [`Dalla prima scheda ${mode}.`, `Dalla seconda scheda ${mode}.`];
      await openAs(page, 'matteo', `${threadAddress()}/1/modifica`);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await writeMore(page, javaScriptEnabled, one);
      await page.getByRole('button', { name: 'Salva la modifica' }).click();
      await expect(page.locator('#m1')).toContainText(one);
      await writeMore(other, javaScriptEnabled, two);
      await other.getByRole('button', { name: 'Salva la modifica' }).click();
      await expect(other.getByText('Nel frattempo il messaggio è cambiato')).toBeVisible();
      await expect(other).toHaveURL(/conflitto=1/);
      await expect(other.locator('ins')).toContainText('seconda');
      await expect(other.locator('del')).toContainText('prima');
      await page.goto(stack.url + threadAddress());
      await expect(page.locator('#m1')).toContainText(one);
      await expect(page.locator('#m1')).not.toContainText(two);
      await other.getByRole('button', { name: 'Salva la modifica' }).click();
      await expect(other.locator('#m1')).toContainText(two);
      await expect(other.locator('#m1')).not.toContainText(one);
    });

    test('a thread locked while one wrote refuses with a sentence and keeps the text', async ({ page }) => {
      const { open: thread } = journey().story;
      await openAs(page, 'rita', `/forum/novita/${thread.number}-${thread.slug}`);
      await writeMore(page, javaScriptEnabled, 'Scritto mentre si chiudeva.');
      await setLocked(thread.id, true);
      await page.getByRole('button', { name: 'Invia la risposta' }).click();
      await expect(page.getByText('La discussione è stata chiusa').first()).toBeVisible();
      await expect(page.getByRole('main')).toContainText('Scritto mentre si chiudeva.');
      await setLocked(thread.id, false);
    });

    test('Enter in the title sends nothing', async ({ page }) => {
      await openAs(page, 'olga', '/forum/operatori/nuova');
      const title = page.getByLabel('Titolo', { exact: true });
      await title.fill(`A metà, ${mode}`);
      await title.press('Enter');
      if (javaScriptEnabled) await expect(page.getByText(/Bozza salvata alle/)).toBeVisible();
      await expect(page).toHaveURL(javaScriptEnabled ? /\/nuova$/ : /salvata=1/);
      await expect(title).toHaveValue(`A metà, ${mode}`);
    });

    test('more readers are confirmed before a thread moves to them', async ({ page }) => {
      await openAs(page, 'olga', '/forum/comuni');
      await page
        .getByRole('link', { name: new RegExp(`Discussione di prova ${javaScriptEnabled ? 29 : 28}$`) })
        .click();
      await page.getByText('Sposta in altre aree').first().click();
      const moving = page.locator('form', { has: page.getByLabel('Tra Comuni') });
      await moving.getByLabel('Operatori').check();
      await moving.getByLabel('Motivo').fill('Riguarda tutti');
      await moving.getByRole('button', { name: 'Sposta' }).click();
      await expect(moving.getByText('sarà letta da più persone di prima')).toBeVisible();
      await expect(moving.getByLabel('Operatori')).toBeChecked();
      await moving.getByLabel('Ho controllato: può essere letta da più persone').check();
      await moving.getByRole('button', { name: 'Sposta' }).click();
      await expect(
        page.getByText(/Olga Ventura ha spostato la discussione in Tra Comuni, Operatori/),
      ).toBeVisible();
    });

    test('what was reported is said to be sent', async ({ page }) => {
      await openAs(page, javaScriptEnabled ? 'piero' : 'elena', threadAddress());
      const post = page.locator('#m1');
      await post.getByLabel('Altro per il messaggio 1').click();
      await post.getByLabel('Motivo').fill(`Da guardare, ${mode}`);
      await post.getByRole('button', { name: 'Segnala', exact: true }).click();
      await expect(page.getByText('Segnalazione inviata alla segreteria')).toBeVisible();
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one form sent three times at once is one post', async ({ page }) => {
    const words = 'Inviato tre volte insieme, arrivato una.';
    await openAs(page, 'olga', threadAddress());
    await writeMore(page, false, words);
    const form = page.locator('form', { has: text(page) });
    const [address, fields] = await form.evaluate((element: HTMLFormElement) => [
      element.action,
      [...new FormData(element)].map(([name, value]) => [name, String(value)] as const),
    ]);
    const multipart = new FormData();
    for (const [name, value] of fields) multipart.append(name, value);
    const headers = { origin: journey().stack.url };
    const answers = await Promise.all(
      [1, 2, 3].map(() => page.request.post(address, { multipart, headers, maxRedirects: 0 })),
    );
    const places = answers.map((answer) => answer.headers().location);
    expect(places[0]).toContain('inviato=');
    expect(new Set(places).size).toBe(1);
    await page.goto(new URL(places[0] ?? '', page.url()).href);
    await expect(page.locator('article').getByText(words)).toHaveCount(1);
  });
});

/** The words are there, with the way to sign in again. */
async function expectKept(page: Page, words: string): Promise<void> {
  const signIn = page.getByRole('link', { name: 'Accedi in un’altra scheda' });
  await expect(signIn).toHaveAttribute('href', '/accesso');
  const editor = page.locator('.ProseMirror');
  await expect((await editor.count()) > 0 ? editor : text(page)).toContainText(words);
}

function setLocked(threadId: string, locked: boolean): Promise<void> {
  return runSql((sql) => sql`update thread set locked = ${locked} where id = ${threadId}`);
}
