// `npm test`: everything that must hold, from a clean checkout, in one command.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install } from './start/install.mjs';

const root = path.resolve(import.meta.dirname, '..');

await install();
const { ensureChromium } = await import('./test/chromium.mjs');
const chromium = ensureChromium();

/** @type {[string, string[], Record<string, string>?][]} */
const steps = [
  ['check', ['--import', 'tsx', 'bin/check.ts']],
  [
    'unit and integration tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'lib/testing/vitest.config.ts'],
  ],
  [
    'browser journeys',
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'],
  ],
];

const failed = [];
for (const [name, args] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  if ((await run(args)) !== 0) failed.push(name);
}
const passed = steps.length - failed.length;
process.stdout.write(`\n${failed.length ? `Failed: ${failed.join(', ')}.` : 'Everything holds.'}\n`);
process.stdout.write(`steps: ${passed} passed, ${failed.length} failed\n`);
process.exit(failed.length ? 1 : 0);

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: chromium, NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
