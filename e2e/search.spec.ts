// Finding what an operator means, with and without a script; and searching while the search server is away.
import { expect, type Page, test } from '@playwright/test';
import { findRunning } from '@/bin/start/leftovers';
import { openAs, text } from './stack/desk';
import { expectAccessible, journey } from './stack/journey';

const found = 'Minori e metri quadrati dell’alloggio';

/** As one searches from any page: by the box that is always there. */
async function search(page: Page, question: string): Promise<void> {
  await page.getByLabel('Cerca in Raccordo').fill(question);
  await page.getByLabel('Cerca in Raccordo').press('Enter');
  await expect(page).toHaveURL(/cerca/);
}

const hits = (page: Page) => page.getByRole('list', { name: 'Risultati' }).getByRole('listitem');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the questions of an operator lead to the post that answers them', async ({ page }) => {
      await openAs(page, 'rita', '/forum');
      for (const question of ['idoneità minore 14 anni', 'art 29 tui', 'circ 7170']) {
        await search(page, question);
        await expect(hits(page).filter({ hasText: found }).locator('mark').first()).toBeVisible();
      }
      await page.getByRole('link', { name: found }).click();
      await expect(page).toHaveURL(/#m3$/);
      await expect(page.locator('#m3')).toContainText('la circ. 7170 lo conferma');
      await expect(page.locator('#m3')).toContainText('testo non leggibile');
      await search(page, 'segrate');
      await expect(hits(page).first()).toContainText('Comune di Segrate');
    });

    test('a search is narrowed, and widened again', async ({ page }) => {
      await openAs(page, 'rita', '/cerca?q=metri+quadrati');
      const before = await page.getByRole('heading', { level: 1 }).textContent();
      await page.getByRole('list', { name: 'Area' }).getByRole('link', { name: 'Operatori' }).click();
      await page.getByRole('list', { name: 'Risposta' }).getByRole('link', { name: 'Con risposta' }).click();
      expect(new URL(page.url()).search).toBe('?q=metri+quadrati&area=operatori&risposta=con');
      await expect(hits(page)).toHaveCount(1);
      await page.getByRole('link', { name: 'Area: Operatori (togli)' }).click();
      await page.getByRole('link', { name: 'Risposta: Con risposta (togli)' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(before ?? '');
    });

    test('what was searched is offered again, until it is cleared', async ({ page }) => {
      const who = javaScriptEnabled ? 'matteo' : 'elena';
      await openAs(page, who, '/cerca?q=metri+quadrati');
      await expect(async () => {
        await page.goto(`${journey().stack.url}/cerca`);
        await expect(page.getByRole('link', { name: 'metri quadrati' })).toBeVisible({ timeout: 500 });
      }).toPass();
      await page.getByRole('link', { name: 'metri quadrati' }).click();
      await expect(hits(page).first()).toBeVisible();
      await page.goto(`${journey().stack.url}/cerca`);
      await page.getByRole('button', { name: 'Cancella le ricerche recenti' }).click();
      await expect(page.getByRole('link', { name: 'metri quadrati' })).toHaveCount(0);
    });

    test('below a thread stand the ones like it', async ({ page }) => {
      const { question, related } = journey().story.search;
      await openAs(page, 'rita', `/forum/operatori/${question.number}-${question.slug}`);
      const link = page.getByRole('link', { name: 'Discussioni collegate' });
      await link.scrollIntoViewIfNeeded();
      if (!javaScriptEnabled) await link.click();
      await page.getByRole('link', { name: 'Metri quadrati e alloggio in condivisione' }).click();
      await expect(page).toHaveURL(new RegExp(`/forum/operatori/${related.number}-`));
    });
  });
}

test('suggestions are walked by keyboard, and Enter without one searches', async ({ page }) => {
  await openAs(page, 'piero', '/forum');
  const box = page.getByLabel('Cerca in Raccordo');
  await box.focus();
  await expect(box).toHaveRole('combobox');
  await box.pressSequentially('metri quad');
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: found })).toHaveCount(1);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/suggeriment/);
  await box.press('ArrowUp');
  await box.press('ArrowUp');
  await box.press('ArrowDown');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.last().getAttribute('id')) ?? '');
  await expectAccessible(page);
  await box.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue('metri quad');
  await box.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/forum\/operatori\//);
  await page.getByLabel('Cerca in Raccordo').fill('metri quad');
  await page.getByLabel('Cerca in Raccordo').press('Enter');
  await expect(page).toHaveURL(/\/cerca\?q=metri\+quad$/);
});

const bad: [string, string][] = [
  ['ten thousand characters', 'abc def '.repeat(1250)],
  ['a quotation mark without its second', '"idoneità minore'],
  ['an unknown prefix', 'pippo:pluto idoneità'],
  ['a prefix that fits nothing', 'ente:atlantide'],
  ['a date that is none', 'dal:32/13/2026'],
  ['SQL', "'; drop table post; -- %_\\"],
  ['filter syntax', 'readers = "area:x" OR (kind != post) AND group IN ["a"]'],
  ['a zero byte', 'ido\0neità autore:ri\0ta'],
  ['signs alone', '()[]{}<>|&!*:'],
];

for (const [what, question] of bad) {
  test(`${what}: words, never an error`, async ({ page }) => {
    await openAs(page, 'rita', '/cerca');
    const query = new URLSearchParams({ q: question, area: 'x\0y', ente: "'", anno: 'boh', pagina: '-1' });
    for (const path of [`/cerca?${new URLSearchParams({ q: question })}`, `/cerca?${query}`]) {
      const answer = await page.goto(journey().stack.url + path);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/risultat|Cerca/);
    }
    const suggestions = await page.request.get(`${journey().stack.url}/api/cerca/suggerimenti?${query}`);
    expect(suggestions.status()).toBe(200);
  });
}

test('while the search server is away people search all the same, and afterwards nothing is missing', async ({
  page,
}) => {
  const { stack, story } = journey();
  test.skip(`${process.platform} ${process.arch}` !== 'linux x64', 'no Meilisearch for this platform');
  const reduced = page.getByText('Ricerca ridotta');
  const look = (question: string) => page.goto(`${stack.url}/cerca?${new URLSearchParams({ q: question })}`);
  const pid = () => findRunning(stack.runFolder, 'meilisearch') ?? 0;
  const searchInFull = (question: string, timeout: number) =>
    expect(async () => {
      await look(question);
      await expect(reduced).toHaveCount(0, { timeout: 100 });
      await expect(hits(page).first()).toBeVisible({ timeout: 100 });
    }).toPass({ timeout, intervals: [250] });
  await openAs(page, 'rita', '/cerca');
  await searchInFull('idoneità', 30_000);

  // It hangs: nobody waits for it.
  process.kill(pid(), 'SIGSTOP');
  await look('idoneità minore');
  await expect(reduced).toBeVisible();
  await expect(hits(page).filter({ hasText: found })).toHaveCount(1);
  const { desk } = story.search;
  await page.goto(`${stack.url}/forum/operatori/${desk.number}-${desk.slug}`);
  await text(page).fill('La parola è trapezoidale');
  await page.getByRole('button', { name: 'Invia la risposta' }).click();
  await expect(page.locator('#m2')).toContainText('trapezoidale');
  // For ten seconds it may be taken back; then it is told, and PostgreSQL finds it.
  await expect(async () => {
    await look('trapezoidale');
    await expect(hits(page)).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 30_000, intervals: [500] });
  await expect(reduced).toBeVisible();

  // It dies, and the start brings it back.
  process.kill(pid(), 'SIGKILL');
  await look('idoneità minore');
  await expect(hits(page).filter({ hasText: found })).toHaveCount(1);
  await searchInFull('trapezoidale', 10_000);
});
