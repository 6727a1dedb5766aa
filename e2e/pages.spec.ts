// Every page in every state, in both languages, on a phone and on a desk: nothing for axe to find, nothing sideways.
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pages } from './pages';
import { expectAccessible, expectNoSideways, journey, signIn } from './stack/journey';

test.describe.configure({ mode: 'parallel' });

const widths = [320, 1280];
const height = 900;

test('every page has a row', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)page\.tsx$/.test(name))
    .map((name) => `app/${name}`);
  expect(files.length).toBeGreaterThan(0);
  expect(pages.map((row) => row.file).toSorted()).toEqual(files.toSorted());
});

for (const { file, states } of pages) {
  for (const state of states) {
    for (const locale of ['it', 'en']) {
      test(`${file} ${state.name} (${locale})`, async ({ context, page }) => {
        const { stack, story } = journey();
        await context.addCookies([{ name: 'lingua', value: locale, url: stack.url }]);
        if (state.as) await signIn(context, state.as);
        const errors: string[] = [];
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        page.on('pageerror', (error) => errors.push(error.message));
        const foreign: string[] = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(stack.url)) foreign.push(request.url());
        });
        for (const width of widths) {
          await page.setViewportSize({ width, height });
          const answer = await page.goto(stack.url + state.path(story));
          expect(answer?.status()).toBe(state.status ?? 200);
          // Nothing waits for a script to be put in its place.
          expect(await answer?.text()).not.toContain('<div hidden id="S:');
          await state.act?.(page);
          await expect(page.locator('html')).toHaveAttribute('lang', locale);
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          await expectNoSideways(page);
          await expectAccessible(page);
        }
        const unexpected = errors.filter((text) => !(state.status && text.includes(String(state.status))));
        expect(unexpected).toEqual([]);
        expect(foreign).toEqual([]);
      });
    }
  }
}
