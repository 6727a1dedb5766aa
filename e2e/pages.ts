// Every page in its states: walked by axe, measured for sideways scroll, pictured. A page without a row fails.
import type { Page } from '@playwright/test';
import type { WorldPerson } from '@/lib/testing/world';
import { adhesionPages } from './adhesion-pages';
import { factorPages } from './factor-pages';
import { mailPages } from './mail-pages';
import { orderPages } from './order-pages';
import { searchPages } from './search-pages';
import { seatPages } from './seat-pages';
import { openLink, type Story } from './stack/story';

export type PageState = {
  /** empty, typical, overfull, error … */
  name: string;
  /** The address below the site's own. */
  path: (story: Story) => string;
  /** Signed out where nobody is named. */
  as?: WorldPerson;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>;
  /** What the server answers; 200 unless said. */
  status?: number;
};

export type PageRow = { file: string; states: PageState[] };

const at = (path: string) => () => path;

/** Fills the first field of the page's form and sends it: the answer is the form with what is wrong beside it. */
async function submit(page: Page, text: string): Promise<void> {
  await page.getByRole('main').getByRole('textbox').first().fill(text);
  await page.locator('main form button').first().click();
  await page.getByRole('main').getByRole('alert').waitFor();
}

/** Nothing typed: the form says all that is missing. */
async function sendEmpty(page: Page): Promise<void> {
  await page.locator('main .rc-form-wide button.btn-primary').click();
  await page
    .getByRole('alert')
    .filter({ has: page.locator('li') })
    .waitFor();
}

async function enterEditor(page: Page): Promise<void> {
  await page.locator('textarea[name=body]').focus();
  await page.locator('.ProseMirror').waitFor();
}

async function nameSomebody(page: Page): Promise<void> {
  await enterEditor(page);
  await page.keyboard.type('Lo chiedo a @r');
  await page.getByRole('option').first().waitFor();
}

/** Chosen, and waiting for the words that say what it shows. */
async function chooseImage(page: Page): Promise<void> {
  await enterEditor(page);
  await page.keyboard.type('Ecco la pianta.');
  const image = { name: 'pianta-'.repeat(20), mimeType: 'image/png', buffer: Buffer.from('') };
  await page.locator('.rc-toolbar input[type=file]').setInputFiles(image);
  await page.locator('#image-alt').press('Enter');
  await page.locator('#image-alt-error').waitFor();
}

export const pages: PageRow[] = [
  ...adhesionPages,
  ...factorPages,
  ...orderPages,
  ...mailPages,
  ...searchPages,
  ...seatPages,
  {
    file: 'app/page.tsx',
    states: [
      { name: 'signed-out', path: at('/') },
      { name: 'typical', path: at('/'), as: 'rita' },
      // Her address is stopped too: the notice over every page.
      { name: 'empty', path: at('/'), as: 'ada' },
    ],
  },
  {
    file: 'app/forum/page.tsx',
    states: [
      { name: 'signed-out', path: at('/forum') },
      { name: 'typical', path: at('/forum'), as: 'rita' },
    ],
  },
  {
    file: 'app/forum/[area]/page.tsx',
    states: [
      { name: 'typical', path: at('/forum/operatori'), as: 'rita' },
      { name: 'empty', path: at('/forum/scelti'), as: 'piero' },
      { name: 'pages', path: at('/forum/comuni?pagina=2'), as: 'rita' },
      { name: 'no-match', path: at('/forum/operatori?filtro=mie&etichetta=nessuna'), as: 'olga' },
      { name: 'public', path: at('/forum/novita') },
      {
        name: 'mail-choice',
        path: at('/forum/operatori'),
        as: 'matteo',
        act: async (page) => {
          await page.locator('main .rc-menu summary').click();
        },
      },
      { name: 'error', path: at('/forum/boh'), as: 'rita', status: 404 },
      { name: 'forbidden', path: at('/forum/scelti'), as: 'elena', status: 403 },
    ],
  },
  {
    file: 'app/forum/[area]/[thread]/page.tsx',
    states: [
      { name: 'typical', path: ({ typical }) => `/forum/operatori/${typical.number}-`, as: 'elena' },
      { name: 'public', path: ({ open }) => `/forum/novita/${open.number}-` },
      { name: 'overfull', path: ({ overfull }) => `/forum/operatori/${overfull.number}-`, as: 'rita' },
      { name: 'middle', path: ({ overfull }) => `/forum/operatori/${overfull.number}-?m=1001`, as: 'olga' },
      {
        name: 'more',
        path: ({ typical }) => `/forum/operatori/${typical.number}-`,
        as: 'olga',
        act: async (page) => {
          await page.locator('#m3 a[href*="altro=3"]').click();
          await page.locator('#m3 .rc-dialog[open]').waitFor();
        },
      },
      {
        name: 'related',
        path: ({ search }) => `/forum/operatori/${search.question.number}-`,
        as: 'piero',
        act: async (page) => {
          await page.locator('.rc-related').scrollIntoViewIfNeeded();
          await page.locator('.rc-related li').first().waitFor();
        },
      },
      {
        name: 'quote',
        path: ({ typical }) => `/forum/operatori/${typical.number}-?m=1&cita=1`,
        as: 'matteo',
      },
      { name: 'split', path: ({ moves }) => `/forum/operatori/${moves.split.number}-`, as: 'elena' },
      { name: 'office', path: ({ post }) => `/forum/comuni/${post.office.number}-`, as: 'rita' },
      { name: 'error', path: at('/forum/operatori/999999-niente'), as: 'rita', status: 404 },
    ],
  },
  {
    file: 'app/forum/[area]/nuova/page.tsx',
    states: [
      { name: 'typical', path: at('/forum/operatori/nuova'), as: 'rita' },
      { name: 'forbidden', path: at('/forum/operatori/nuova'), as: 'elena', status: 403 },
      { name: 'error', path: at('/forum/comuni/nuova'), as: 'matteo', act: sendEmpty },
      { name: 'editor', path: at('/forum/comuni/nuova'), as: 'olga', act: enterEditor },
      { name: 'mention', path: at('/forum/comuni/nuova'), as: 'olga', act: nameSomebody },
      { name: 'image', path: at('/forum/comuni/nuova'), as: 'olga', act: chooseImage },
    ],
  },
  {
    file: 'app/forum/[area]/[thread]/[post]/modifica/page.tsx',
    states: [
      {
        name: 'typical',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/2/modifica`,
        as: 'rita',
      },
      {
        name: 'forbidden',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/2/modifica`,
        as: 'matteo',
        status: 403,
      },
    ],
  },
  {
    file: 'app/forum/[area]/[thread]/[post]/versioni/page.tsx',
    states: [
      {
        name: 'typical',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/1/versioni`,
        as: 'rita',
      },
      {
        name: 'overfull',
        path: ({ overfull }) => `/forum/operatori/${overfull.number}-/1/versioni?pagina=2`,
        as: 'rita',
      },
      {
        name: 'earlier',
        path: ({ overfull }) => `/forum/operatori/${overfull.number}-/1/versioni?versione=2`,
        as: 'rita',
      },
      {
        name: 'error',
        path: ({ typical }) => `/forum/operatori/${typical.number}-/99/versioni`,
        as: 'rita',
        status: 404,
      },
    ],
  },
  {
    file: 'app/(members)/bozze/[id]/page.tsx',
    states: [
      { name: 'overfull', path: ({ draft }) => `/bozze/${draft}`, as: 'rita' },
      { name: 'taken', path: ({ draft }) => `/bozze/${draft}?ritirato=1`, as: 'rita' },
      { name: 'conflict', path: ({ conflict }) => `/bozze/${conflict}?conflitto=1`, as: 'matteo' },
      {
        name: 'apart',
        path: ({ draft }) => `/bozze/${draft}?avviso=draft-sent-otherwise`,
        as: 'rita',
      },
      { name: 'error', path: at('/bozze/boh'), as: 'rita', status: 404 },
    ],
  },
  {
    file: 'app/(members)/bozze/[id]/file/page.tsx',
    states: [
      { name: 'empty', path: ({ draft }) => `/bozze/${draft}/file`, as: 'rita' },
      { name: 'error', path: ({ draft }) => `/bozze/${draft}/file?avviso=file-kind`, as: 'rita' },
    ],
  },
  {
    file: 'app/forum/mid/[id]/page.tsx',
    states: [
      { name: 'typical', path: ({ typical }) => `/forum/mid/${typical.messageId}`, as: 'elena' },
      { name: 'error', path: at('/forum/mid/boh'), as: 'rita', status: 404 },
    ],
  },
  {
    file: 'app/(public)/enti/page.tsx',
    states: [
      { name: 'signed-out', path: at('/enti') },
      { name: 'typical', path: at('/enti'), as: 'rita' },
    ],
  },
  {
    file: 'app/(public)/enti/[slug]/page.tsx',
    states: [
      { name: 'signed-out', path: at('/enti/segrate') },
      { name: 'typical', path: at('/enti/segrate'), as: 'olga' },
      { name: 'leavers', path: at('/enti/segrate'), as: 'rita' },
      { name: 'error', path: at('/enti/boh'), status: 404 },
    ],
  },
  {
    file: 'app/(public)/accesso/page.tsx',
    states: [
      { name: 'typical', path: at('/accesso?ritorno=/forum') },
      { name: 'error', path: at('/accesso'), act: (page) => submit(page, 'non-è-un-indirizzo') },
    ],
  },
  {
    file: 'app/(public)/accesso/inviato/page.tsx',
    states: [{ name: 'typical', path: at('/accesso/inviato') }],
  },
  {
    file: 'app/(public)/accesso/conferma/page.tsx',
    states: [
      { name: 'typical', path: at(`/accesso/conferma?indirizzo=${openLink.email}&codice=${openLink.token}`) },
      { name: 'expired', path: at(`/accesso/conferma?indirizzo=${openLink.email}&codice=finto`) },
    ],
  },
  {
    file: 'app/(members)/profilo/page.tsx',
    states: [
      { name: 'typical', path: at('/profilo'), as: 'rita' },
      { name: 'error', path: at('/profilo'), as: 'matteo', act: (page) => submit(page, '') },
    ],
  },
  { file: 'app/(public)/privacy/page.tsx', states: [{ name: 'typical', path: at('/privacy') }] },
  { file: 'app/(public)/note-legali/page.tsx', states: [{ name: 'typical', path: at('/note-legali') }] },
  { file: 'app/(public)/accessibilita/page.tsx', states: [{ name: 'typical', path: at('/accessibilita') }] },
  { file: 'app/dev/mattoni/page.tsx', states: [{ name: 'typical', path: at('/dev/mattoni') }] },
  { file: 'app/(public)/errore/page.tsx', states: [{ name: 'typical', path: at('/errore?codice=prova') }] },
  { file: 'app/dev/guasto/page.tsx', states: [{ name: 'error', path: at('/dev/guasto'), status: 500 }] },
];
