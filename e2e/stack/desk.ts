// What journeys do at the desk where one writes, with script and without.
import { expect, type Page } from '@playwright/test';
import type { WorldPerson } from '@/lib/testing/world';
import { journey, signIn } from './journey';

/** Contents as Playwright gives them to a file field. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** As this person, whoever was signed in before. */
export async function openAs(page: Page, who: WorldPerson, path: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page.context(), who);
  await page.goto(journey().stack.url + path);
}

/** The text area: all there is without a script, what one enters with one. */
export function text(page: Page) {
  return page.locator('textarea[name=body]');
}

/** The editor, loaded when one enters the text area. */
export async function enterEditor(page: Page) {
  await text(page).focus();
  const editor = page.locator('.ProseMirror');
  await expect(editor).toBeVisible();
  return editor;
}

/** Adds a paragraph at the end. */
export async function writeMore(page: Page, hasScript: boolean, words: string): Promise<void> {
  if (!hasScript) {
    const before = await text(page).inputValue();
    return text(page).fill(`${before}\n\n${words}`);
  }
  if ((await page.locator('.ProseMirror').count()) === 0) await enterEditor(page);
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/** Gives a file to the draft. */
export async function chooseFile(page: Page, hasScript: boolean, file: ChosenFile): Promise<void> {
  if (hasScript) return page.getByLabel('Allega file').setInputFiles(file);
  await page.getByRole('button', { name: 'Salva e allega file' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Carica il file' }).click();
}
