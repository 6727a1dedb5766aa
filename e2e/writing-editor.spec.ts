// What the editor can do: by keyboard alone, with persons named, images in the text, quotes, and too much on the clipboard.
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { WorldPerson } from '@/lib/testing/world';
import { expectAccessible, journey, signIn } from './stack/journey';

const pdf = { name: 'modulo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 prova') };
const plan = {
  name: 'pianta.png',
  mimeType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};

async function open(page: Page, who: WorldPerson, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page.context(), who);
  await page.goto(journey().stack.url + path);
}

async function enter(page: Page): Promise<Locator> {
  await page.locator('textarea[name=body]').focus();
  const editor = page.locator('.ProseMirror');
  await expect(editor).toBeFocused();
  return editor;
}

/** As somebody who has no mouse: Tab until it has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(goal).toBeFocused();
}

/** Back to the toolbar, along it with the arrows, and press. */
async function pressTool(page: Page, name: string): Promise<void> {
  const tool = page.getByRole('toolbar').getByRole('button', { name, exact: true });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 20; steps++) {
    if (await tool.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(tool).toBeFocused();
  await page.keyboard.press('Enter');
  // What is typed next must not be typed onto the button.
  await expect(tool).not.toBeFocused();
}

type Brought = { text?: string; html?: string; image?: typeof plan; how?: 'drop' };

/** What a browser hands over from its clipboard, or where something is dropped. */
async function bring(page: Page, brought: Brought): Promise<void> {
  await page.locator('.ProseMirror').evaluate((element, { text, html, image, how }) => {
    const data = new DataTransfer();
    if (text) data.setData('text/plain', text);
    if (html) data.setData('text/html', html);
    if (image) {
      const bytes = Uint8Array.from(atob(image.base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], image.name, { type: image.mimeType }));
    }
    const { x, y } = (element.querySelector('p') ?? element).getBoundingClientRect();
    const place = { bubbles: true, cancelable: true, clientX: x + 2, clientY: y + 2 };
    element.dispatchEvent(
      how
        ? new DragEvent(how, { ...place, dataTransfer: data })
        : new ClipboardEvent('paste', { ...place, clipboardData: data }),
    );
  }, brought);
}

async function expectShown(image: Locator): Promise<void> {
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1);
}

test('a question is asked by the keyboard alone', async ({ page }) => {
  const { keyboard } = page;
  const title = 'Chi rilascia il certificato contestuale?';
  await open(page, 'rita', '/forum/operatori/nuova');
  await tabTo(page, page.getByLabel('Titolo', { exact: true }));
  await keyboard.type(title);
  await tabTo(page, page.getByLabel('È una domanda'));
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('textbox', { name: 'Testo', exact: true }));
  const editor = page.locator('.ProseMirror');
  await expect(editor).toBeFocused();
  await pressTool(page, 'Titolo');
  await keyboard.type('Che cosa serve');
  await keyboard.press('Enter');
  await keyboard.type('Lo chiedo a @mat');
  await expect(page.getByRole('option')).toHaveText('Matteo Riva Comune di Segrate');
  await expect(editor).toHaveAttribute('aria-activedescendant', /^person-/);
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await keyboard.type('e a ');
  await pressTool(page, 'Grassetto');
  await keyboard.type('tutti');
  await keyboard.press('Enter');
  await pressTool(page, 'Elenco');
  await keyboard.type('il modulo');
  await keyboard.press('Enter');
  await keyboard.type('la marca da bollo');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await pressTool(page, 'Codice');
  await keyboard.type('Prot. 12/2026');
  for (const _ of 'tre') await keyboard.press('Enter');
  await pressTool(page, 'Collegamento');
  await keyboard.type('www.comune.example/moduli');
  await keyboard.press('Enter');
  await expect(editor).toBeFocused();
  // Asked for while there is still time: the browser takes a moment until it hands its window for files to the journey.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByLabel('Allega file'));
  await keyboard.press('Enter');
  await (await chooser).setFiles(pdf);
  await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Apri la discussione' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const post = page.locator('#m1');
  await expect(post.getByRole('heading', { name: 'Che cosa serve' })).toBeVisible();
  await expect(post.locator('[data-type=mention]')).toHaveText('@Matteo Riva');
  await expect(post.locator('strong')).toContainText('tutti');
  await expect(post.locator('.rc-prose li')).toHaveText(['il modulo', 'la marca da bollo']);
  await expect(post.locator('pre')).toHaveText('Prot. 12/2026');
  const link = post.getByRole('link', { name: 'www.comune.example/moduli' });
  await expect(link).toHaveAttribute('href', 'https://www.comune.example/moduli');
  await expect(post.getByRole('link', { name: pdf.name })).toBeVisible();
});

test('persons are offered who may read the text, and Escape leaves the letters alone', async ({ page }) => {
  await open(page, 'piero', '/forum/operatori/nuova');
  const editor = await enter(page);
  const options = page.getByRole('option');
  await page.keyboard.type('@RÌ');
  await expect(options).toHaveText(['Matteo Riva Comune di Segrate', 'Rita Sala Comune di Segrate']);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('@rit');
  await options.click();
  await expect(editor.locator('[data-type=mention]')).toHaveText('@Rita Sala');
  await expect(editor.locator('p')).toHaveText(['@RÌ', '@Rita Sala ']);
  await page.getByLabel('Operatori').uncheck();
  await page.getByLabel('Tavolo').check();
  await editor.focus();
  await page.keyboard.press('Control+End');
  const asked = page.waitForResponse(/\/api\/forum\/persone\?area=scelti&q=olga$/);
  await page.keyboard.type('@olga');
  expect(await (await asked).json()).toEqual([]);
  await expect(options).toHaveCount(0);
});

test('an image stands in the text once it says what it shows', async ({ page }) => {
  await open(page, 'rita', '/forum/operatori/nuova');
  await page.getByLabel('Titolo', { exact: true }).fill('La pianta dell’alloggio');
  const editor = await enter(page);
  await page.keyboard.type('Ecco la pianta.');
  await bring(page, { image: plan });
  await page.getByRole('button', { name: 'Metti nel testo' }).click();
  await expect(page.getByText('A un’immagine manca il testo alternativo')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Che cosa mostra pianta.png').fill('Pianta con due stanze');
  await page.keyboard.press('Enter');
  await expectShown(editor.getByAltText('Pianta con due stanze'));
  await page.keyboard.type('Basta per tre persone?');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Immagine', exact: true }).click();
  await (await chooser).setFiles({ ...plan, name: 'altra.png', buffer: Buffer.from(plan.base64, 'base64') });
  await page.getByRole('button', { name: 'Allega soltanto' }).click();
  await expect(page.getByRole('link', { name: 'altra.png' })).toBeVisible();
  await expect(page.getByRole('link', { name: plan.name })).toHaveCount(0);
  await bring(page, { image: { ...plan, name: 'terza.png' }, how: 'drop' });
  await page.getByLabel('Che cosa mostra terza.png').press('Escape');
  await expect(page.getByRole('button', { name: 'Metti nel testo' })).toHaveCount(0);
  await editor.getByAltText('Pianta con due stanze').click();
  await page.getByRole('button', { name: 'Immagine', exact: true }).click();
  await page.getByLabel('Che cosa mostra l’immagine').fill('Pianta con tre stanze');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Apri la discussione' }).click();
  const image = page.locator('#m1').getByAltText('Pianta con tre stanze');
  await expectShown(image);
  await expect(page.locator('#m1')).toContainText('Basta per tre persone?');
  await expect(page.locator('#m1').getByRole('link', { name: plan.name })).toHaveCount(0);
  await expect(page.locator('#m1').getByRole('link', { name: 'altra.png' })).toBeVisible();
  const src = (await image.getAttribute('src')) ?? '';
  await open(page, 'matteo', new URL(page.url()).pathname);
  await expectShown(image);
  await open(page, 'ada', '/');
  expect((await page.request.get(journey().stack.url + src)).status()).toBe(403);
});

test('too much on the clipboard is refused with the limit, and what was there stays', async ({ page }) => {
  const { editor: thread } = journey().story.desks;
  await open(page, 'matteo', `/forum/operatori/${thread.number}-${thread.slug}`);
  const editor = await enter(page);
  const refused = page.getByText('al massimo 200.000 caratteri. Quello che c’era è rimasto.');
  const words = 'parola '.repeat(150_000);
  await page.keyboard.type('Questo resta.');
  await bring(page, { text: words });
  await expect(refused).toBeVisible();
  await expect(editor).toHaveText('Questo resta.');
  await bring(page, { text: ' Anche questo.' });
  await expect(refused).toHaveCount(0);
  await bring(page, { text: 'Un riassunto.', html: `<p>${words}</p>` });
  await expect(refused).toBeVisible();
  await expect(editor).toHaveText('Questo resta. Anche questo.');
});

test('the words chosen in a post are quoted, and it is that post one answers', async ({ page }) => {
  const { editor: thread } = journey().story.desks;
  await open(page, 'olga', `/forum/operatori/${thread.number}-${thread.slug}`);
  // Before the form's script has come, the link quotes the whole post on a page of its own.
  await expect(page.getByRole('button', { name: 'Allega file', exact: true })).toBeVisible();
  await page.locator('#m1 [data-quotable] p').evaluate((paragraph) => {
    const words = paragraph.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 12, words, 40);
  });
  const chosen = await page.evaluate(() => String(getSelection()));
  await page.getByRole('link', { name: /Cita il messaggio 1/ }).click();
  await expect(page.locator('.ProseMirror blockquote p')).toHaveText(['Matteo Riva ha scritto:', chosen]);
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.type('Sì, sei mesi.');
  await page.getByRole('button', { name: 'Invia la risposta' }).click();
  const post = page.locator('article').last();
  await expect(post).toContainText('Sì, sei mesi.');
  await expect(
    post.getByRole('link', { name: /risposta al messaggio 1|risponde al messaggio 1/ }),
  ).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an image is put into the text, and too long a text is refused and kept', async ({ page }) => {
    await open(page, 'rita', '/forum/operatori/nuova');
    await page.getByLabel('Titolo', { exact: true }).fill('La pianta senza script');
    const text = page.locator('textarea[name=body]');
    await text.fill('parola '.repeat(150_000));
    await page.getByRole('button', { name: 'Apri la discussione' }).click();
    await expect(page.getByText('Il testo è troppo lungo').first()).toBeVisible();
    expect((await text.inputValue()).length).toBeGreaterThan(1_000_000);
    await text.fill('Ecco la pianta.');
    await page.getByRole('button', { name: 'Salva e allega file' }).click();
    const file = { name: plan.name, mimeType: plan.mimeType, buffer: Buffer.from(plan.base64, 'base64') };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Carica il file' }).click();
    await page.getByRole('button', { name: 'Metti nel testo' }).click();
    await expect(page.getByText('A un’immagine manca il testo alternativo')).toBeVisible();
    await page.getByLabel('Che cosa mostra pianta.png').fill('Pianta con due stanze');
    await page.getByRole('button', { name: 'Metti nel testo' }).click();
    await expect(page.getByRole('list', { name: 'File allegati' })).toContainText('nel testo');
    await page.getByRole('link', { name: 'Torna al testo' }).click();
    await expect(text).toHaveValue(/!\[Pianta con due stanze\]/);
    await page.getByRole('button', { name: 'Apri la discussione' }).click();
    await expect(page.locator('#m1').getByAltText('Pianta con due stanze')).toBeVisible();
  });
});
