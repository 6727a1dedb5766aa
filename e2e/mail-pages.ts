// The pages of mail in their states: rows of the table of pages.ts.
import type { PageRow } from './pages';

const at = (path: string) => () => path;

export const mailPages: PageRow[] = [
  {
    file: 'app/(members)/profilo/posta/page.tsx',
    states: [
      { name: 'typical', path: at('/profilo/posta?salvato=1'), as: 'rita' },
      { name: 'empty', path: at('/profilo/posta'), as: 'ada' },
      {
        name: 'error',
        path: at('/profilo/posta'),
        as: 'matteo',
        act: async (page) => {
          await page.getByLabel('Aggiungi un’etichetta').or(page.getByLabel('Add a tag')).fill('<b>');
          await page.locator('#etichette form button').last().click();
          await page.locator('#tag-error').waitFor();
        },
      },
    ],
  },
  {
    file: 'app/(members)/profilo/ricerche/page.tsx',
    states: [
      { name: 'typical', path: at('/profilo/ricerche?fatto=changed'), as: 'rita' },
      { name: 'empty', path: at('/profilo/ricerche'), as: 'ada' },
      { name: 'error', path: at('/profilo/ricerche?avviso=no-such-search'), as: 'rita' },
    ],
  },
  {
    file: 'app/dev/posta/page.tsx',
    states: [{ name: 'typical', path: at('/dev/posta') }],
  },
  {
    file: 'app/dev/posta/[id]/page.tsx',
    states: [
      { name: 'typical', path: ({ caughtMail }) => `/dev/posta/${caughtMail}` },
      { name: 'error', path: at('/dev/posta/boh'), status: 404 },
    ],
  },
  {
    file: 'app/(office)/segreteria/posta/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/posta'), as: 'olga' },
      { name: 'asked', path: at('/segreteria/posta?da=offerte&esito=refused&dal=2026-09-01'), as: 'olga' },
      { name: 'none', path: at('/segreteria/posta?oggetto=niente+di+simile'), as: 'olga' },
      { name: 'forbidden', path: at('/segreteria/posta'), as: 'rita', status: 403 },
    ],
  },
  {
    file: 'app/(office)/segreteria/posta/[id]/page.tsx',
    states: [
      { name: 'typical', path: ({ post }) => `/segreteria/posta/${post.held}`, as: 'olga' },
      { name: 'decided', path: ({ post }) => `/segreteria/posta/${post.decided}?fatto=refuse`, as: 'olga' },
      {
        name: 'no-reason',
        path: ({ post }) => `/segreteria/posta/${post.held}`,
        as: 'olga',
        act: async (page) => {
          await page.locator('main .btn-danger').click();
          await page.locator('#refuse-reason-error').waitFor();
        },
      },
      { name: 'error', path: at('/segreteria/posta/boh'), as: 'olga', status: 404 },
    ],
  },
  {
    file: 'app/(office)/segreteria/posta/lavori/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/posta/lavori'), as: 'olga' },
      { name: 'error', path: at('/segreteria/posta/lavori?fatto=1&avviso=no-such-job'), as: 'olga' },
    ],
  },
  {
    file: 'app/(office)/segreteria/posta/indirizzi/page.tsx',
    states: [{ name: 'typical', path: at('/segreteria/posta/indirizzi'), as: 'olga' }],
  },
  {
    file: 'app/(office)/posta/trattenute/[token]/page.tsx',
    states: [
      { name: 'typical', path: ({ post }) => `/posta/trattenute/${post.heldLink}`, as: 'olga' },
      {
        name: 'forbidden',
        path: ({ post }) => `/posta/trattenute/${post.heldLink}`,
        as: 'rita',
        status: 403,
      },
      { name: 'error', path: at('/posta/trattenute/boh'), as: 'olga', status: 404 },
    ],
  },
  {
    file: 'app/(public)/posta/[token]/page.tsx',
    states: [
      { name: 'typical', path: ({ post }) => `/posta/${post.copyLink}` },
      { name: 'done', path: ({ post }) => `/posta/${post.copyLink}?fatto=daily`, as: 'rita' },
      { name: 'digest', path: ({ post }) => `/posta/${post.digestLink}` },
      { name: 'error', path: at('/posta/boh'), status: 404 },
    ],
  },
];
