// Pages of adhesions: the public way in, the secretariat's lists, the register, seats, leaving.
import type { Page } from '@playwright/test';
import type { PageRow } from './pages';

const at = (path: string) => () => path;

/** Nothing filled in: what is missing stands beside its field. */
async function sendEmpty(page: Page): Promise<void> {
  await page.locator('main .rc-form .btn-primary').last().click();
  await page.getByRole('main').getByRole('alert').first().waitFor();
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('main .rc-dialog summary').first().click();
}

/** Without a reason: the form stays open and says so. */
async function refuseWithout(page: Page): Promise<void> {
  await page.locator('summary', { hasText: /Respingi|Refuse/ }).click();
  await page.locator('.rc-dialog[open] button').click();
  await page.locator('#reason-refuse-error').waitFor();
}

export const adhesionPages: PageRow[] = [
  { file: 'app/(public)/adesione/page.tsx', states: [{ name: 'typical', path: at('/adesione') }] },
  {
    file: 'app/(public)/adesione/domanda/page.tsx',
    states: [
      { name: 'empty', path: at('/adesione/domanda') },
      { name: 'typical', path: at('/adesione/domanda?comune=prato') },
      { name: 'none', path: at('/adesione/domanda?comune=atlantide') },
      { name: 'error', path: at('/adesione/domanda?comune=prato'), act: sendEmpty },
    ],
  },
  {
    file: 'app/(public)/adesione/interesse/page.tsx',
    states: [
      { name: 'typical', path: at('/adesione/interesse') },
      { name: 'error', path: at('/adesione/interesse'), act: sendEmpty },
    ],
  },
  {
    file: 'app/(public)/adesione/inviato/page.tsx',
    states: [
      { name: 'typical', path: at('/adesione/inviato') },
      { name: 'interest', path: at('/adesione/inviato?esito=interesse') },
    ],
  },
  {
    file: 'app/(public)/adesione/conferma/page.tsx',
    states: [
      { name: 'typical', path: ({ adhesion }) => `/adesione/conferma?codice=${adhesion.link}` },
      { name: 'expired', path: ({ adhesion }) => `/adesione/conferma?codice=${adhesion.expired}` },
      { name: 'error', path: at('/adesione/conferma?codice=boh') },
    ],
  },
  {
    file: 'app/(public)/adesione/domanda/[word]/page.tsx',
    states: [
      { name: 'contact', path: ({ adhesion }) => `/adesione/domanda/${adhesion.begun}?passo=contatto` },
      { name: 'drafts', path: ({ adhesion }) => `/adesione/domanda/${adhesion.begun}` },
      {
        name: 'act-error',
        path: ({ adhesion }) => `/adesione/domanda/${adhesion.begun}?passo=atto`,
        act: sendEmpty,
      },
      { name: 'asked', path: ({ adhesion }) => `/adesione/domanda/${adhesion.asked}` },
      {
        name: 'file-error',
        path: ({ adhesion }) => `/adesione/domanda/${adhesion.asked}?passo=atto&avviso=act-file-program`,
      },
      { name: 'send', path: ({ adhesion }) => `/adesione/domanda/${adhesion.asked}?passo=invio` },
      { name: 'sent', path: ({ adhesion }) => `/adesione/domanda/${adhesion.filed}` },
      { name: 'error', path: at('/adesione/domanda/boh'), status: 404 },
    ],
  },
  {
    file: 'app/(public)/enti/[slug]/recesso/page.tsx',
    states: [
      { name: 'typical', path: at('/enti/segrate/recesso'), as: 'rita' },
      { name: 'forbidden', path: at('/enti/segrate/recesso'), as: 'matteo', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/adesioni/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/adesioni'), as: 'olga' },
      { name: 'forbidden', path: at('/segreteria/adesioni'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/adesioni/[slug]/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/adesioni/montefiore-di-prova'), as: 'olga' },
      { name: 'error', path: at('/segreteria/adesioni/montefiore-di-prova'), as: 'olga', act: refuseWithout },
      { name: 'member', path: at('/segreteria/adesioni/segrate'), as: 'olga', act: openFirst },
      { name: 'unknown', path: at('/segreteria/adesioni/boh'), as: 'olga', status: 404 },
      { name: 'forbidden', path: at('/segreteria/adesioni/segrate'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/registro/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/registro?al=2026-09-18'), as: 'olga' },
      { name: 'all', path: at('/segreteria/registro?al=2026-09-18&stato=all'), as: 'olga' },
      { name: 'empty', path: at('/segreteria/registro?al=1999-01-01'), as: 'olga' },
      { name: 'forbidden', path: at('/segreteria/registro'), as: 'rita', status: 403 },
    ],
  },
];
