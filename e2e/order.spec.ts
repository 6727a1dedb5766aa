// Order in the forum, kept by the coordinator without a script: splitting, merging, tags; and following along by feed.
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { WorldPerson } from '@/lib/testing/world';
import { expectAccessible, journey, signIn } from './stack/journey';

async function without(browser: Browser, who: WorldPerson): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, who);
  return context.newPage();
}

const at = (path: string) => `${journey().stack.url}${path}`;

test('a thread is split and merged back, and every old link still leads to its post', async ({ browser }) => {
  const page = await without(browser, 'olga');
  const { order } = journey().story.desks;
  const address = `/forum/operatori/${order.number}-${order.slug}`;
  await page.goto(at(`${address}/dividi?m=2`));
  await expect(page.getByLabel('Messaggio 2, Rita Sala')).toBeChecked();
  await page.getByLabel('Anche tutti i messaggi').check();
  await page.getByLabel('Titolo della nuova discussione').fill('Quanto vale da noi');
  await page.getByRole('button', { name: 'Dividi' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Manca il motivo');
  await expect(page.getByLabel('Titolo della nuova discussione')).toHaveValue('Quanto vale da noi');
  await page.getByLabel('Motivo').fill('Altro argomento');
  await page.getByRole('button', { name: 'Dividi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quanto vale da noi');
  await expect(page.getByText('ha portato qui 2 messaggi')).toBeVisible();
  const split = new URL(page.url()).pathname;
  await page.goto(at(address));
  await expect(page.getByText('I messaggi da 2 a 3 sono ora in')).toBeVisible();
  await expect(page.getByText('Motivo: Altro argomento')).toBeVisible();
  await expectAccessible(await withScript(browser, address));
  await page.goto(at(`${address}?m=3#m3`));
  await expect(page).toHaveURL(new RegExp(`${split}\\?m=2#m2$`));
  await page.goto(at(`${split}/unisci`));
  await page.getByLabel('Discussione in cui unire').fill(at(address));
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('«Quanto vale da noi», con 2 messaggi, sarà unita a')).toBeVisible();
  await page.getByLabel('Motivo').fill('Era lo stesso');
  await page.getByRole('button', { name: 'Unisci' }).click();
  await expect(page).toHaveURL(at(address));
  await expect(page.locator('article')).toHaveCount(3);
  await page.goto(at(`${split}?m=2`));
  await expect(page).toHaveURL(new RegExp(`${address}\\?m=3#m3$`));
});

async function withScript(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context, 'elena');
  const page = await context.newPage();
  await page.goto(at(path));
  return page;
}

test('a word that means a tag leads to it', async ({ browser }) => {
  const page = await without(browser, 'olga');
  await page.goto(at('/segreteria/etichette'));
  await page.getByLabel('Etichetta o sinonimo').fill('casa');
  await page.getByLabel('Vale come').fill('alloggio');
  await page.getByRole('button', { name: 'Fai valere' }).click();
  await expect(page.getByText('Fatto: «casa» vale come «alloggio»')).toBeVisible();
  await page.goto(at('/forum/operatori?etichetta=Casa'));
  await expect(page.getByText('Idoneità alloggiativa: quanto vale l’attestazione?')).toBeVisible();
  await page.goto(at('/segreteria/etichette'));
  await page.getByRole('button', { name: 'Togli il sinonimo casa di alloggio' }).click();
  await expect(page.getByRole('button', { name: 'Togli il sinonimo casa di alloggio' })).toHaveCount(0);
});

test('a feed is read with an address of one’s own, answered briefly when unchanged, and revoked', async ({
  browser,
  request,
}) => {
  const page = await without(browser, 'matteo');
  await page.goto(at('/profilo'));
  await page.getByRole('button', { name: 'Crea l’indirizzo personale' }).click();
  const address = (await page.locator('#feed a').first().getAttribute('href')) ?? '';
  await page.goto(at('/forum/comuni'));
  const alternate = page.locator('link[rel=alternate][type="application/atom+xml"]');
  const areaFeed = (await alternate.getAttribute('href')) ?? '';
  expect(areaFeed).toBe(address.replace(/seguite$/, 'area/comuni'));
  const answer = await request.get(areaFeed);
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(await readByBrowser(browser, await answer.text())).toEqual({
    root: 'feed',
    entries: 30,
    fault: false,
  });
  // Other stories may write in the area between two readings.
  await expect(async () => {
    const { etag = '' } = (await request.get(areaFeed)).headers();
    const again = await request.get(areaFeed, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
  }).toPass();
  await page.goto(at('/profilo'));
  await page.getByText('Revoca l’indirizzo', { exact: true }).click();
  await page.getByRole('button', { name: 'Revoca', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Crea l’indirizzo personale' })).toBeVisible();
  expect((await request.get(areaFeed)).status()).toBe(410);
});

test('signed out, a public area names the feed for everybody', async ({ page, request }) => {
  await page.goto(at('/forum/novita'));
  const href = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href');
  expect(href).toBe(at('/api/feeds/pubblico/area/novita'));
  expect((await request.get(href ?? '')).status()).toBe(200);
});

function parse(xml: string) {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const fault = document.querySelector('parsererror') !== null;
  return {
    root: document.documentElement.localName,
    entries: document.querySelectorAll('entry').length,
    fault,
  };
}

/** As strictly as browsers read XML. */
async function readByBrowser(browser: Browser, xml: string) {
  const page = await browser.newPage();
  return page.evaluate(parse, xml);
}
