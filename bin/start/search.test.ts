import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { parseSettings } from '@/lib/env';
import { supervise } from './children';
import { findRunning } from './leftovers';
import { prepareSearchServer, untilSearchAnswers } from './search';

const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settings = parseSettings({ DATA_DIR: folder });

test('the search server of the start is known to leftovers, comes back when it falls, and ends with the rest', async () => {
  const told = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const children = supervise(path.join(folder, 'run'));
  const { child, env, note } = await prepareSearchServer(settings);
  expect(note).toBe('Meilisearch');
  if (!child) throw new Error('no program');
  children.launch(child);
  const url = env.MEILI_URL ?? '';
  const isAsked = async (key: string | undefined) =>
    (await fetch(`${url}/indexes`, { headers: { authorization: `Bearer ${key}` } })).status;
  await untilSearchAnswers(url);
  expect([await isAsked(env.MEILI_KEY), await isAsked('another')]).toEqual([200, 403]);
  const running = () => findRunning(path.join(folder, 'run'), 'meilisearch');
  const first = running();
  process.kill(first ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect([undefined, first]).not.toContain(running()), { timeout: 5000 });
  await untilSearchAnswers(url);
  expect(await isAsked(env.MEILI_KEY)).toBe(200);
  await children.stop();
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  expect(readFileSync(path.join(folder, 'meilisearch.json'), 'utf8')).toContain(url);
  told.mockRestore();
});

test('a server that is named is used instead', async () => {
  const named = parseSettings({ DATA_DIR: folder, MEILI_URL: 'http://127.0.0.1:7', MEILI_KEY: 'k' });
  expect(named.search).toEqual({ url: 'http://127.0.0.1:7', key: 'k', index: 'raccordo' });
  expect(await prepareSearchServer(named)).toEqual({ child: undefined, env: {}, note: 'http://127.0.0.1:7' });
});

test('what another version left is taken away and told: the server would not start on it', async () => {
  const place = (...names: string[]) => path.join(folder, ...names);
  const { child } = await prepareSearchServer(settings);
  const own = path.basename(path.dirname(child?.log ?? ''));
  mkdirSync(place('meilisearch-1.20.0', 'data'), { recursive: true });
  expect((await prepareSearchServer(settings)).note).toContain('another version');
  expect(existsSync(place('meilisearch-1.20.0'))).toBe(false);
  mkdirSync(place(own, 'data'), { recursive: true });
  writeFileSync(place(own, 'data', 'VERSION'), '1.20.0');
  expect((await prepareSearchServer(settings)).note).toContain('another version');
  expect([existsSync(place(own, 'data')), existsSync(place(own, 'key'))]).toEqual([false, true]);
  expect((await prepareSearchServer(settings)).note).toBe('Meilisearch');
});
