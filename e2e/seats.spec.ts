// A referent looks after the seats of the own organisation, with script and without: invited, in, and out again.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { openAs } from './stack/desk';
import { expectAccessible, expectNoSideways, journey, linkMailedAt } from './stack/journey';

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** What the referent types; whatever was there is replaced. */
async function invite(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Nome e cognome').fill(name);
  await page.getByLabel('Indirizzo di posta elettronica').fill(email);
  await page.getByLabel('Incarico', { exact: true }).selectOption('lettore');
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
}

/** A browser of one's own, at the page the invitation leads to. */
async function follow(browser: Browser, link: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'it-IT' });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

async function signInFrom(page: Page, email: string): Promise<void> {
  const begun = Date.now();
  await expect(page.getByLabel('Indirizzo di posta elettronica')).toHaveValue(email);
  await page.getByRole('button', { name: 'Invia il collegamento' }).click();
  await page.goto(await linkMailedAt(email, begun, '/accesso/conferma'));
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page).toHaveURL(`${journey().stack.url}/`);
}

/** The same account under another address, once the link that came there is used. */
async function moveTo(page: Page, email: string): Promise<void> {
  const begun = Date.now();
  await page.goto(`${journey().stack.url}/profilo`);
  await page.getByLabel('Nuovo indirizzo').fill(email);
  await page.getByRole('button', { name: 'Manda il collegamento' }).click();
  await expect(page.getByText('Al nuovo indirizzo è in arrivo un collegamento')).toBeVisible();
  await page.goto(await linkMailedAt(email, begun, '/profilo/indirizzo?'));
  await page.getByRole('button', { name: 'Cambia indirizzo' }).click();
  await expect(page.getByText('L’indirizzo è cambiato.')).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const word = javaScriptEnabled ? 'con' : 'senza';
    const [comes, stays] = [`nora.${word}@segrate.example`, `ugo.${word}@segrate.example`];

    test('a referent invites, sends again, takes back and sends away', async ({ page, browser }) => {
      const begun = Date.now();
      await openAs(page, 'rita', '/enti/segrate');
      await page.getByRole('link', { name: 'Gestisci gli incarichi' }).click();
      await expect(page).toHaveURL(/\/enti\/segrate\/incarichi$/);
      if (javaScriptEnabled) await expectAccessible(page);

      await invite(page, `Nora ${word}`, 'nora');
      await expect(page.locator('#email-error')).toBeVisible();
      await expect(page.getByLabel('Nome e cognome')).toHaveValue(`Nora ${word}`);
      await expect(page.getByLabel('Incarico', { exact: true })).toHaveValue('reader');
      await invite(page, `Nora ${word}`, comes);
      await expect(page.getByText('L’invito è in partenza.')).toBeVisible();
      await expect(row(page, `Nora ${word}`)).toContainText('invitato fino al');
      await expect(row(page, `Nora ${word}`)).toContainText('mai');
      await linkMailedAt(comes, begun, '/accesso?');

      const again = Date.now();
      await page.getByRole('button', { name: `Manda di nuovo l’invito a Nora ${word}` }).click();
      await expect(page.getByText('L’invito è di nuovo in partenza')).toBeVisible();
      const link = await linkMailedAt(comes, again, '/accesso?');

      await invite(page, `Ugo ${word}`, stays);
      const takenBack = await linkMailedAt(stays, begun, '/accesso?');
      await page.getByRole('button', { name: `Revoca l’invito a Ugo ${word}` }).click();
      await expect(page.getByText('L’invito è revocato.')).toBeVisible();
      const outside = await follow(browser, takenBack, javaScriptEnabled);
      await expect(outside.getByText('L’invito è stato revocato')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(outside);

      const inside = await follow(browser, link, javaScriptEnabled);
      await signInFrom(inside, comes);
      await inside.goto(`${journey().stack.url}/enti/segrate`);
      await expect(row(inside, `Nora ${word}`)).toContainText('lettore');

      await page.reload();
      await expect(row(page, `Nora ${word}`)).toContainText('attivo');
      await expect(row(page, `Nora ${word}`)).not.toContainText('mai');
      await invite(page, `Nora ${word}`, comes);
      await expect(page.locator('#email-error')).toContainText('ha già questo incarico');
      await moveTo(inside, `nora.${word}@altrove.example`);
      if (javaScriptEnabled) await expectAccessible(inside);

      await page.goto(`${journey().stack.url}/enti/segrate/incarichi`);
      await row(page, `Nora ${word}`).locator('summary').click();
      await expect(row(page, `Nora ${word}`)).toContainText('Non lascia discussioni o bozze aperte.');
      await page.getByRole('button', { name: `Togli l’incarico a Nora ${word}` }).click();
      await expect(page.getByText('L’incarico è tolto.')).toBeVisible();
      await expect(row(page, `Nora ${word}`)).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await inside.goto(`${journey().stack.url}/profilo`);
      await expect(inside).toHaveURL(/\/accesso/);
    });
  });
}

test('the only referent of a commune is told why the own seat stays', async ({ page }) => {
  await openAs(page, 'rita', '/enti/segrate/incarichi');
  await row(page, 'Rita Sala').locator('summary').click();
  await page.getByRole('button', { name: 'Togli l’incarico a Rita Sala' }).click();
  await expect(page.getByText('Nell’ente non c’è un altro referente')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
});

test('the secretariat limits how many hold a role, and the form says so', async ({ page }) => {
  await openAs(page, 'olga', '/segreteria/incarichi');
  await expect(page.getByRole('row').filter({ hasText: 'Partner' })).toContainText('referente');
  await page.getByLabel('Tipo di ente').selectOption('Istituzione');
  await page.getByLabel('Incarico').selectOption('funzionario esterno');
  await page.getByLabel('Numero massimo').fill('1');
  await page.getByRole('button', { name: 'Salva il limite' }).click();
  await expect(page.getByText('Il limite è salvato.')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${journey().stack.url}/enti/prefettura/incarichi`);
  await page.getByLabel('Nome e cognome').fill('Ivo Seconda');
  await page.getByLabel('Indirizzo di posta elettronica').fill('ivo@prefettura.example');
  await page.getByLabel('Incarico', { exact: true }).selectOption('funzionario esterno');
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await expect(page.locator('#role-error')).toContainText('Il numero massimo è 1.');
  await expect(page.getByLabel('Nome e cognome')).toHaveValue('Ivo Seconda');
});

test('the contact of an organisation goes into the address book', async ({ page }) => {
  await openAs(page, 'piero', '/enti/segrate');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica il contatto (vCard)' }).click();
  expect((await saved).suggestedFilename()).toBe('segrate.vcf');
  const person = await page.getByRole('link', { name: 'Scarica il contatto di Rita Sala (vCard)' });
  const answer = await page.request.get(`${journey().stack.url}${await person.getAttribute('href')}`);
  expect(answer.headers()['content-type']).toBe('text/vcard; charset=utf-8');
  expect(await answer.text()).toContain('FN:Rita Sala\r\nN:Sala;Rita;;;\r\n');
});
