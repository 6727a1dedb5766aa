// A commune joins: its clerk applies and files the act, the secretariat asks, verifies and admits, the referent invites two
// operators, one of them posts. All in the browser, with the mails as they arrive.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { pdf } from '@/lib/testing/adhesion-stage';
import { expectAccessible, journey, linkTo, signIn } from './stack/journey';

const clerk = 'protocollo@pratoverde.example';
const referent = 'ugo.tessari@pratoverde.example';
const operators = [
  ['Ada Neri', 'ada.neri@pratoverde.example'],
  ['Leo Corti', 'leo.corti@pratoverde.example'],
] as const;
const at = (path: string) => `${journey().stack.url}${path}`;
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

test('a commune joins, from the first click to the first post of its operator', async ({ browser, page }) => {
  test.setTimeout(120_000);
  await confirm(page);
  const application = page.url().split('?')[0] ?? '';
  await fillContact(page);
  await downloadDrafts(page);
  await fileAct(page);
  await askForMore(browser);
  await page.goto(await linkTo(clerk, 'integrazione'));
  expect(page.url()).toContain(new URL(application).pathname);
  await sendMore(page);
  await verifyAndAdmit(browser);
  await signInByMail(page, referent);
  await inviteOperators(page);
  await postAs(browser, operators[0][1]);
});

async function confirm(page: Page): Promise<void> {
  await page.goto(at('/adesione'));
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Comincia la domanda' }).click();
  await page.getByLabel('Comune', { exact: true }).fill('pratoverde');
  await button(page, 'Cerca il Comune').click();
  await page.getByLabel('Indirizzo di posta dell’ufficio').fill(clerk);
  await expectAccessible(page);
  await button(page, 'Invia il collegamento').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controllare la posta');
  await page.goto(await linkTo(clerk, 'Confermare'));
  await expectAccessible(page);
  await button(page, 'Conferma l’indirizzo').click();
  await expect(page).toHaveURL(/\/adesione\/domanda\/[\w-]{43}$/);
}

async function fillContact(page: Page): Promise<void> {
  await button(page, 'Salva e vai alle bozze').click();
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('Manca il nome');
  await page.getByLabel('Nome e cognome del contatto').fill('Ines Marelli');
  await page.getByLabel('Nome e cognome del referente').fill('Ugo Tessari');
  await page.getByLabel('Indirizzo di posta del referente').fill(referent);
  await button(page, 'Salva e vai alle bozze').click();
  await expect(page.getByRole('heading', { name: 'Proposta di delibera' })).toBeVisible();
  await expectAccessible(page);
}

async function downloadDrafts(page: Page): Promise<void> {
  for (const [paper, kind] of [
    ['Proposta di delibera', 'Word'],
    ['Lettera di richiesta', 'PDF'],
  ]) {
    const waits = page.waitForEvent('download');
    await page.getByRole('link', { name: `${paper} in ${kind}` }).click();
    const file = await waits;
    expect(file.suggestedFilename()).toContain('Comune di Pratoverde');
  }
  await page.getByRole('link', { name: 'La delibera è approvata: carica l’atto' }).click();
}

async function fileAct(page: Page): Promise<void> {
  await page.getByLabel('Numero', { exact: true }).fill('118');
  await page.getByLabel('Data della seduta').fill('2026-11-12');
  await page.getByLabel('Oggetto').fill('Adesione al Coordinamento degli Uffici Stranieri');
  await page.locator('#publishedFrom').fill('2026-11-13');
  await button(page, 'Salva gli estremi').click();
  await expect(page.getByText('Proposta: lunedì 23 novembre 2026.')).toBeVisible();
  await expect(page.getByLabel('Esecutiva dal')).toHaveValue('2026-11-23');
  await page.getByLabel('Il giorno di esecutività è quello').check();
  await expectAccessible(page);
  await button(page, 'Salva gli estremi').click();
  await expect(page.getByLabel('File', { exact: true })).toBeVisible();
  const program = {
    name: 'delibera.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\x90\0programma'),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(program);
  await button(page, 'Carica il file').click();
  await expect(page.getByText('Questo file è un programma').first()).toBeVisible();
  const act = { name: 'delibera-118.pdf', mimeType: 'application/pdf', buffer: pdf };
  await page.getByLabel('File', { exact: true }).setInputFiles(act);
  await page.getByLabel('Chi ha firmato').fill('Il Segretario comunale');
  await button(page, 'Carica il file').click();
  await expect(page.getByText('SHA-256')).toBeVisible();
  await page.getByRole('link', { name: 'Vai al riepilogo' }).click();
  await expectAccessible(page);
  await button(page, 'Invia la delibera').click();
  await expect(page.getByText('La delibera è stata inviata')).toBeVisible();
}

async function asOlga(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context, 'olga');
  return context.newPage();
}

async function askForMore(browser: Browser): Promise<void> {
  const page = await asOlga(browser);
  await page.goto(at('/segreteria/adesioni'));
  await page.getByRole('link', { name: 'Comune di Pratoverde' }).click();
  await expectAccessible(page);
  await page.locator('summary', { hasText: 'Chiedi un’integrazione' }).click();
  await page.getByLabel('Che cosa manca').fill('Manca la pagina con le firme.');
  await page.getByLabel('Entro').fill('2099-12-18');
  await button(page, 'Chiedi un’integrazione').click();
  await expect(page.getByText('Fatto: Integrazione chiesta')).toBeVisible();
}

async function sendMore(page: Page): Promise<void> {
  await expect(page.getByText('Manca la pagina con le firme.')).toBeVisible();
  const missing = {
    name: 'pagina-firme.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([pdf, pdf]),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(missing);
  await button(page, 'Carica il file').click();
  await page.getByRole('link', { name: 'Vai al riepilogo' }).click();
  await button(page, 'Invia l’integrazione').click();
  await expect(page.getByText('La delibera è stata inviata')).toBeVisible();
}

async function verifyAndAdmit(browser: Browser): Promise<void> {
  const page = await asOlga(browser);
  await page.goto(at('/segreteria/adesioni/pratoverde'));
  await expect(page.getByRole('link', { name: 'pagina-firme.pdf' })).toBeVisible();
  await page.locator('summary', { hasText: 'Verifica la delibera' }).click();
  await button(page, 'Verifica la delibera').click();
  await expect(page.getByText('Fatto: Delibera verificata')).toBeVisible();
  await page.locator('summary', { hasText: 'Ammetti l’ente' }).click();
  await button(page, 'Ammetti l’ente').click();
  await expect(page.getByText('Fatto: Ammissione')).toBeVisible();
  await expectAccessible(page);
  await page.goto(at('/segreteria/registro'));
  await expect(
    page.getByRole('row', { name: /Comune di Pratoverde.*Giunta comunale n. 118\/2026/ }),
  ).toBeVisible();
  await linkTo(clerk, 'Ammissione');
}

/** As an invitation says: the address, the link that comes, the button. */
async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto(await linkTo(email, 'Invito'));
  await button(page, /collegamento/).click();
  await page.goto(await linkTo(email, 'Accesso'));
  await button(page, /Entra|Accedi/)
    .first()
    .click();
  await expect(page).toHaveURL(at('/'));
}

async function inviteOperators(page: Page): Promise<void> {
  await page.goto(at('/enti/pratoverde'));
  await page.getByRole('link', { name: 'Gestisci gli incarichi' }).click();
  await expectAccessible(page);
  for (const [name, email] of operators) {
    await page.getByLabel('Nome e cognome').fill(name);
    await page.getByLabel('Indirizzo di posta elettronica').fill(email);
    await page.getByLabel('Incarico', { exact: true }).selectOption('operatore');
    await button(page, 'Manda l’invito').click();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('invitato fino al');
  }
}

async function postAs(browser: Browser, email: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInByMail(page, email);
  await page.goto(at('/forum/comuni/nuova'));
  await page.getByLabel('Titolo').fill('Buongiorno da Pratoverde');
  await page.locator('textarea[name=body]').fill('Siamo arrivati: da dove conviene cominciare?');
  await button(page, 'Apri la discussione').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buongiorno da Pratoverde');
  await expect(page.locator('article').first()).toContainText('Comune di Pratoverde');
}

test('an expired link, a commune inside and a scan that is too large each say so', async ({ page }) => {
  const { adhesion } = journey().story;
  await page.goto(at(`/adesione/conferma?codice=${adhesion.expired}`));
  await expect(page.getByText('valeva 48 ore')).toBeVisible();
  await page.goto(at('/adesione/domanda?comune=lagonovo'));
  await page.getByLabel('Indirizzo di posta dell’ufficio').fill('altro@lagonovo.example');
  await button(page, 'Invia il collegamento').click();
  await expect(page.getByText('fa già parte della rete').first()).toBeVisible();
  await page.goto(at(`/adesione/domanda/${adhesion.asked}?passo=atto`));
  const scan = {
    name: 'scansione.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(40 * 1024 * 1024, '%PDF-1.4 '),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(scan);
  await button(page, 'Carica il file').click();
  await expect(page.getByText('Il file supera 25 MB').first()).toBeVisible();
});

test('whoever wants to know more is written down once the address is confirmed, without a script', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const email = 'urp@asl.example';
  await page.goto(at('/adesione/interesse'));
  await page.getByLabel('Un’istituzione').check();
  await page.getByLabel('Nome dell’ente').fill('ASL di Prova');
  await page.getByLabel('Indirizzo di posta dell’ufficio').fill(email);
  await button(page, 'Invia la richiesta').click();
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('Manca il nome');
  await expect(page.getByLabel('Nome dell’ente')).toHaveValue('ASL di Prova');
  await expect(page.getByLabel('Un’istituzione')).toBeChecked();
  await page.getByLabel('Nome e cognome').fill('Ida Ferri');
  await button(page, 'Invia la richiesta').click();
  const office = await asOlga(browser);
  await office.goto(at('/segreteria/adesioni'));
  await expect(office.getByRole('heading', { name: 'ASL di Prova' })).toHaveCount(0);
  await page.goto(await linkTo(email, 'Confermare la richiesta'));
  await button(page, 'Conferma l’indirizzo').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La richiesta è arrivata');
  await office.reload();
  await button(office, 'Segna come risposta la richiesta di ASL di Prova').click();
  await expect(office.getByRole('heading', { name: 'ASL di Prova' })).toHaveCount(0);
});

test('a member leaves by act, and its people write until the notice is over', async ({ browser }) => {
  const page = await asOlga(browser);
  await page.goto(at('/segreteria/adesioni/lagonovo'));
  await page.getByRole('link', { name: 'Recesso dalla rete' }).click();
  await button(page, 'Prepara il recesso').click();
  await page.getByLabel('Numero', { exact: true }).fill('130');
  await page.getByLabel('Data della seduta').fill('2026-11-26');
  await page.getByLabel('Oggetto').fill('Recesso dal Coordinamento degli Uffici Stranieri');
  await page.getByLabel('Immediatamente eseguibile').check();
  await page.getByLabel('Esecutiva dal').fill('2026-11-26');
  await page.getByLabel('Il giorno di esecutività è quello').check();
  await button(page, 'Salva gli estremi').click();
  const act = { name: 'recesso.pdf', mimeType: 'application/pdf', buffer: pdf };
  await page.getByLabel('File', { exact: true }).setInputFiles(act);
  await button(page, 'Carica il file').click();
  await expect(page.getByRole('link', { name: 'recesso.pdf' })).toBeVisible();
  await button(page, 'Comunica il recesso').click();
  await expect(page.getByText('Il recesso è stato comunicato: l’adesione cessa il')).toBeVisible();
  await page.goto(at('/segreteria/registro'));
  await expect(page.getByRole('row', { name: /Comune di Lagonovo.*recesso comunicato/ })).toBeVisible();
});
