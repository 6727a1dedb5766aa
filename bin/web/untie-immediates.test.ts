import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const first = `import { untieImmediates } from '${new URL('./untie-immediates.mjs', import.meta.url)}';`;
/** Two that run in one turn; the first is held for good, and only it. */
const story = `
  let second;
  globalThis.held = setImmediate(() => {});
  second = new WeakRef(setImmediate(() => {}));
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  gc();
  process.stdout.write(String(second.deref() === undefined));`;

async function isGivenBack(before: string): Promise<string> {
  const flags = ['--expose-gc', '--input-type=module', '--eval', before + story];
  return (await run(process.execPath, flags)).stdout;
}

test('an Immediate that ran holds none of those that ran after it', async () => {
  expect(await isGivenBack(`${first} untieImmediates();`)).toBe('true');
});

test('arguments, clearing and the promise stay as they are', async () => {
  const { stdout } = await run(process.execPath, [
    ...['--input-type=module', '--eval'],
    `${first}
    import { setImmediate as soon } from 'node:timers/promises';
    import { promisify } from 'node:util';
    untieImmediates();
    const said = [];
    try { setImmediate(undefined); } catch ({ code }) { said.push(code); }
    setImmediate((...words) => said.push(...words), 'one', 'two');
    clearImmediate(setImmediate(() => said.push('cleared')));
    setImmediate(() => { throw new Error('after'); });
    setImmediate(() => said.push('still'));
    process.once('uncaughtException', ({ message }) => said.push(message));
    await promisify(setImmediate)(1);
    await soon();
    process.stdout.write(said.join(' '));`,
  ]);
  expect(stdout).toBe('ERR_INVALID_ARG_TYPE one two after still');
});
