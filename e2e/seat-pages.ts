// Pages of seats: who holds them, who is invited, how many there may be.
import type { Page } from '@playwright/test';
import type { PageRow } from './pages';

const at = (path: string) => () => path;

/** Something that cannot be: the form says so beside the field, and keeps it. */
async function sendWrong(page: Page, field: string): Promise<void> {
  const form = page.locator('main form').filter({ has: page.locator(`[name=${field}]`) });
  await form.locator(`[name=${field}]`).fill('x'.repeat(60));
  await form.locator('button').click();
  await page.locator(`#${field}-error`).waitFor();
}

/** Nobody is sent away by a slip: the question names the person. */
async function askToEnd(page: Page): Promise<void> {
  await page.locator('main .rc-table .rc-dialog summary').first().click();
  await page.locator('main .rc-dialog[open]').waitFor();
}

export const seatPages: PageRow[] = [
  {
    file: 'app/(members)/enti/[slug]/incarichi/page.tsx',
    states: [
      { name: 'typical', path: at('/enti/segrate/incarichi'), as: 'rita' },
      { name: 'secretariat', path: at('/enti/segrate/incarichi?fatto=sent'), as: 'olga' },
      { name: 'asking', path: at('/enti/segrate/incarichi'), as: 'rita', act: askToEnd },
      { name: 'refused', path: at('/enti/segrate/incarichi?avviso=own-last-referent'), as: 'rita' },
      {
        name: 'error',
        path: at('/enti/segrate/incarichi'),
        as: 'rita',
        act: (page) => sendWrong(page, 'email'),
      },
      { name: 'forbidden', path: at('/enti/segrate/incarichi'), as: 'matteo', status: 403 },
      { name: 'unknown', path: at('/enti/boh/incarichi'), as: 'olga', status: 404 },
    ],
  },
  {
    file: 'app/(office)/segreteria/incarichi/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/incarichi'), as: 'olga' },
      {
        name: 'error',
        path: at('/segreteria/incarichi'),
        as: 'olga',
        act: (page) => sendWrong(page, 'most'),
      },
      { name: 'forbidden', path: at('/segreteria/incarichi'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(members)/profilo/indirizzo/page.tsx',
    states: [{ name: 'expired', path: at('/profilo/indirizzo?indirizzo=a%40b.example'), as: 'rita' }],
  },
];
