import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { pauseAfter, supervise } from './children';

const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-children-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the pause before a restart doubles with each fall in a row, up to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('a child that is killed is started again, and stopping ends it for good', async () => {
  const told = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const script = path.join(folder, 'child.mjs');
  writeFileSync(script, 'setInterval(() => {}, 1000);');
  const children = supervise(folder);
  children.launch({ name: 'child', script, args: [], env: {} });
  const pid = () => Number(JSON.parse(readFileSync(path.join(folder, 'child.json'), 'utf8')).pid);
  const first = pid();
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(pid()).not.toBe(first), { timeout: 5000 });
  expect(told).toHaveBeenCalledWith('! child ended (SIGKILL) and is started again in 1 s\n');
  const second = pid();
  await children.stop();
  expect(() => process.kill(second, 0)).toThrow();
  told.mockRestore();
});
