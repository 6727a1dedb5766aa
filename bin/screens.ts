// `npm run screens`: pictures of every page and state at three widths into `.data/screens/`, to be looked at.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { pages } from '@/e2e/pages';
import setup from '@/e2e/stack/global-setup';
import { journey, signIn } from '@/e2e/stack/journey';
import { ensureChromium } from './test/chromium.mjs';

const widths = [320, 768, 1280];
const height = 900;
const folder = '.data/screens';
const [only = ''] = process.argv.slice(2);

const stop = await setup();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  for (const { file, states } of pages.filter((row) => row.file.includes(only))) {
    for (const state of states) await picture(file, state);
  }
} finally {
  await browser.close();
  await stop();
}

async function picture(file: string, state: (typeof pages)[number]['states'][number]): Promise<void> {
  const { stack, story } = journey();
  const context = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome' });
  if (state.as) await signIn(context, state.as);
  const page = await context.newPage();
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await page.goto(stack.url + state.path(story));
    await state.act?.(page);
    const name = file.replace(/^app\/|\/?page\.tsx$/g, '').replace(/[^a-z]+/g, '-') || 'home';
    const place = path.join(folder, `${name}-${state.name}-${width}.png`);
    await page
      .screenshot({ path: place, fullPage: true, clip: { x: 0, y: 0, width, height: 3000 } })
      .catch(() => page.screenshot({ path: place }));
    process.stdout.write(`${place}\n`);
  }
  await context.close();
}
