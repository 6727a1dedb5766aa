// Pages of the second factor: the code at the door, setting it up, who needs one.
import type { Page } from '@playwright/test';
import type { PageRow } from './pages';
import { journey, signInAs } from './stack/journey';

const at = (path: string) => () => path;

/** As somebody whose app is asked for a code. */
async function waitForCode(page: Page): Promise<void> {
  const { stack, story } = journey();
  await signInAs(page.context(), story.guarded.waiting);
  await page.goto(`${stack.url}/accesso/codice`);
  await page.locator('#code').waitFor();
}

async function giveNone(page: Page): Promise<void> {
  await waitForCode(page);
  await page.locator('main form button').first().click();
  await page.locator('#code-error').waitFor();
}

/** As somebody who has one. */
async function lookAtOwn(page: Page): Promise<void> {
  const { stack, story } = journey();
  await signInAs(page.context(), story.guarded.waiting, new Date());
  await page.goto(`${stack.url}/profilo/secondo-fattore`);
  await page.locator('#remove').waitFor();
}

export const factorPages: PageRow[] = [
  {
    file: 'app/(public)/accesso/codice/page.tsx',
    states: [
      { name: 'typical', path: at('/accesso/codice'), act: waitForCode },
      { name: 'error', path: at('/accesso/codice'), act: giveNone },
    ],
  },
  {
    file: 'app/(members)/profilo/secondo-fattore/page.tsx',
    states: [
      { name: 'off', path: at('/profilo/secondo-fattore'), as: 'elena' },
      { name: 'on', path: at('/profilo/secondo-fattore'), act: lookAtOwn },
    ],
  },
  {
    file: 'app/(office)/segreteria/sicurezza/page.tsx',
    states: [
      { name: 'typical', path: at('/segreteria/sicurezza'), as: 'olga' },
      { name: 'chosen', path: at('/segreteria/sicurezza?fatto=scelta'), as: 'ada' },
      { name: 'forbidden', path: at('/segreteria/sicurezza'), as: 'rita', status: 403 },
    ],
  },
];
