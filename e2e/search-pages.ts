// The pages of the search in their states: rows of the table of pages.ts.
import type { Page } from '@playwright/test';
import type { PageRow } from './pages';

const at = (path: string) => () => path;

/** Types into the box of the header, and waits for what is offered below it. */
async function typeLetters(page: Page): Promise<void> {
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('discussione');
  await page.getByRole('option').first().waitFor();
  await page.locator('#q').press('ArrowDown');
}

async function openChoices(page: Page): Promise<void> {
  const summary = page.locator('.rc-narrowing > summary');
  if (await summary.isVisible()) await summary.click();
}

export const searchPages: PageRow[] = [
  {
    file: 'app/(public)/cerca/page.tsx',
    states: [
      { name: 'signed-out', path: at('/cerca') },
      { name: 'empty', path: at('/cerca'), as: 'ada' },
      { name: 'typical', path: at('/cerca?q=idoneità'), as: 'rita', act: openChoices },
      { name: 'narrowed', path: at('/cerca?q=idoneità&area=operatori&risposta=con&anno=2026'), as: 'rita' },
      { name: 'overfull', path: at('/cerca?q=discussione&pagina=2'), as: 'rita' },
      { name: 'found-in-all', path: at('/cerca?q=segrate'), as: 'olga' },
      { name: 'suggestions', path: at('/cerca'), as: 'olga', act: typeLetters },
      { name: 'saved', path: at('/cerca?q=alloggio'), as: 'rita' },
      {
        name: 'save-error',
        path: at('/cerca?q=idoneità&avviso=too-many-searches'),
        as: 'rita',
        act: (page) => page.locator('main .rc-dialog > summary').click(),
      },
      { name: 'unknown', path: at('/cerca?q=alloggio+ente:atlantide+autore:nessuno'), as: 'rita' },
      { name: 'none', path: at(`/cerca?q=${'parolalunghissima'.repeat(12)}`), as: 'rita' },
      { name: 'none-narrowed', path: at('/cerca?q=idoneità&anno=1999'), as: 'rita' },
    ],
  },
  {
    file: 'app/(public)/cerca/collegate/page.tsx',
    states: [
      {
        name: 'typical',
        path: ({ search }) => `/cerca/collegate?discussione=${search.question.number}`,
        as: 'rita',
      },
      { name: 'empty', path: ({ open }) => `/cerca/collegate?discussione=${open.number}` },
      {
        name: 'forbidden',
        path: ({ search }) => `/cerca/collegate?discussione=${search.closed.number}`,
        as: 'elena',
        status: 403,
      },
      { name: 'error', path: at('/cerca/collegate?discussione=boh'), as: 'rita', status: 404 },
    ],
  },
];
