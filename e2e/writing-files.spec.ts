// Files of a post as they really come: too large, empty, locked, of another kind, cut on their way.
import { expect, type Page, test } from '@playwright/test';
import { type ChosenFile, chooseFile, openAs, writeMore } from './stack/desk';
import { journey } from './stack/journey';

const megabyte = 1024 * 1024;
const pdfOf = (name: string, content: Buffer): ChosenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: content,
});
const good = pdfOf('delibera.pdf', Buffer.from('%PDF-1.4 prova'));

const refused: [what: string, file: ChosenFile, words: string][] = [
  [
    'a program that calls itself a PDF',
    pdfOf('modulo.pdf', Buffer.from('MZ\u0000\u0000\u0000')),
    'Questo tipo di file non si può allegare.',
  ],
  ['an empty file', pdfOf('vuoto.pdf', Buffer.alloc(0)), 'Il file è vuoto.'],
  [
    'a PDF with a password',
    pdfOf('protetto.pdf', Buffer.from('%PDF-1.7 trailer << /Encrypt 12 0 R >>')),
    'Il file è protetto da una password',
  ],
  [
    'a file of 26 MB',
    pdfOf('fascicolo.pdf', Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(26 * megabyte, 'x')])),
    'Il file è troppo grande: al massimo 25 MB.',
  ],
];

async function openThread(page: Page, words: string, hasScript: boolean): Promise<void> {
  const { files } = journey().story.desks;
  await openAs(page, 'matteo', `/forum/operatori/${files.number}-${files.slug}`);
  await writeMore(page, hasScript, words);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const [what, file, words] of refused) {
      test(`${what} is refused with a sentence, and the text stays`, async ({ page }) => {
        await openThread(page, 'Con il file sbagliato.', javaScriptEnabled);
        await chooseFile(page, javaScriptEnabled, file);
        await expect(page.getByText(words).first()).toBeVisible({ timeout: 30_000 });
        await expect(page.getByRole('link', { name: file.name })).toHaveCount(0);
        if (!javaScriptEnabled) await page.getByRole('link', { name: 'Torna al testo' }).click();
        await expect(page.getByRole('main')).toContainText('Con il file sbagliato.');
      });
    }
  });
}

test('an upload cut on its way says so, and arrives at the second try', async ({ page }) => {
  await openThread(page, 'Con un file interrotto.', true);
  await page.route('**/api/files/drafts/*', (route) => route.abort('connectionreset'), { times: 1 });
  await chooseFile(page, true, good);
  await expect(page.getByText('L’invio del file si è interrotto.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Riprova' }).click();
  await expect(page.getByRole('link', { name: good.name })).toBeVisible();
});

test('an area that is not there is refused with a sentence, and the text stays', async ({ page }) => {
  await openAs(page, 'matteo', '/forum/operatori/nuova');
  await page.getByLabel('Titolo', { exact: true }).fill('Un’area che non c’è');
  await writeMore(page, true, 'Per nessuno.');
  await page.locator('input[name=areas]:checked').evaluate((box) => box.setAttribute('value', 'inesistente'));
  await page.getByRole('button', { name: 'Apri la discussione' }).click();
  await expect(page.getByText('Non esiste un’area con questo nome.').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Per nessuno.');
  const missing = await page.goto(`${journey().stack.url}/forum/inesistente/nuova`);
  expect(missing?.status()).toBe(404);
});
