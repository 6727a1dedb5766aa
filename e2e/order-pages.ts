// Pages on which order is kept and looked at: splitting and merging, tags, reports, what an organisation did in the forum.
import type { Page } from '@playwright/test';
import type { PageRow } from './pages';

const at = (path: string) => () => path;

/** Nothing chosen: the page says what is missing. */
async function submitNothing(page: Page): Promise<void> {
  await page.locator('main .rc-form button').last().click();
  await page.getByRole('main').getByRole('alert').first().waitFor();
}

/** The same form twice: the page says so beside the field. */
async function submitForms(page: Page): Promise<void> {
  await page.locator('textarea[name=forms]').fill('SGATE\nsgate');
  await page.locator('main .rc-form button').first().click();
  await page.locator('#forms-error').waitFor();
}

export const orderPages: PageRow[] = [
  {
    file: 'app/forum/[area]/[thread]/dividi/page.tsx',
    states: [
      {
        name: 'typical',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/dividi?m=3`,
        as: 'olga',
      },
      { name: 'overfull', path: ({ overfull }) => `/forum/operatori/${overfull.number}-/dividi`, as: 'olga' },
      { name: 'empty', path: ({ open }) => `/forum/novita/${open.number}-/dividi`, as: 'olga' },
      {
        name: 'error',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/dividi`,
        as: 'olga',
        act: submitNothing,
      },
      {
        name: 'forbidden',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/dividi`,
        as: 'rita',
        status: 403,
      },
    ],
  },
  {
    file: 'app/forum/[area]/[thread]/unisci/page.tsx',
    states: [
      { name: 'typical', path: ({ typical }) => `/forum/operatori/${typical.number}-/unisci`, as: 'olga' },
      {
        name: 'overfull',
        path: ({ typical, overfull }) => `/forum/operatori/${typical.number}-/unisci?in=${overfull.number}`,
        as: 'olga',
      },
      {
        name: 'error',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/unisci?in=boh`,
        as: 'olga',
      },
    ],
  },
  {
    file: 'app/(office)/segreteria/segnalazioni/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/segnalazioni'), as: 'olga' },
      { name: 'forbidden', path: at('/segreteria/segnalazioni'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/etichette/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/etichette'), as: 'olga' },
      { name: 'done', path: at('/segreteria/etichette?da=pds&a=permesso'), as: 'olga' },
      { name: 'error', path: at('/segreteria/etichette'), as: 'olga', act: submitNothing },
      { name: 'forbidden', path: at('/segreteria/etichette'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/ricerca/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/ricerca?fatto=added'), as: 'olga' },
      { name: 'change', path: at('/segreteria/ricerca?gruppo=pds&q=soggiorno'), as: 'ada' },
      { name: 'none', path: at('/segreteria/ricerca?q=niente+di+simile'), as: 'olga' },
      { name: 'error', path: at('/segreteria/ricerca?q=pds'), as: 'olga', act: submitForms },
      { name: 'forbidden', path: at('/segreteria/ricerca'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/forum/enti/[slug]/page.tsx',
    states: [
      { name: 'typical', path: at('/forum/enti/segrate'), as: 'elena' },
      { name: 'answered', path: at('/forum/enti/prefettura?filtro=risposte'), as: 'rita' },
      { name: 'empty', path: at('/forum/enti/segrate') },
      { name: 'error', path: at('/forum/enti/boh'), status: 404 },
    ],
  },
];
