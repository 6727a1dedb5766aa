// The search server that comes with the project: run like web and worker where no other is named.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addressFile } from '@/bin/search-server';
import type { Settings } from '@/lib/env';
import { findSearchProgram, type SearchProgram } from '@/lib/platform/search/program';
import type { Child } from './children';
import { freePort } from './free-port';

const firstPort = 7700;
const host = '127.0.0.1';
const withinMs = 15_000;
const pauseMs = 50;

/** `env`: how web and worker find it; empty where PostgreSQL searches alone. */
export type SearchChild = { child: Child | undefined; env: Record<string, string>; note: string };

/** What to run, if anything; `note` says which engine it will be. */
export async function prepareSearchServer(
  settings: Pick<Settings, 'search' | 'dataDir'>,
): Promise<SearchChild> {
  if (settings.search) return { child: undefined, env: {}, note: settings.search.url };
  const found = await findSearchProgram();
  if ('missing' in found) {
    return { child: undefined, env: {}, note: `PostgreSQL searches alone: Meilisearch, ${found.missing}` };
  }
  const folder = path.join(settings.dataDir, found.folderName);
  const isForeign = dropForeign(settings.dataDir, found);
  mkdirSync(folder, { recursive: true });
  const port = await freePort(host, firstPort);
  const key = keyIn(folder);
  const [args, url] = [found.args(folder, port), `http://${host}:${port}`];
  noteAddress(settings.dataDir, { url, key });
  const child: Child = {
    ...{ name: 'meilisearch', program: found.program, script: found.program, args },
    log: path.join(folder, 'log'),
    env: found.env(key),
  };
  return { child, env: { MEILI_URL: url, MEILI_KEY: key }, note: isForeign ? rebuilt : 'Meilisearch' };
}

const rebuilt = 'Meilisearch, whose index was of another version and is built anew';

/** The worker builds what is missing, as after any loss. @returns whether there was anything of another version */
function dropForeign(dataDir: string, { folderName, version }: SearchProgram): boolean {
  if (!existsSync(dataDir)) return false;
  const others = readdirSync(dataDir)
    .filter((name) => /^meilisearch-[\d.]+$/.test(name) && name !== folderName)
    .map((name) => path.join(dataDir, name));
  const data = path.join(dataDir, folderName, 'data');
  const mark = path.join(data, 'VERSION');
  const isOther = existsSync(mark) && readFileSync(mark, 'utf8').trim() !== version;
  const foreign = isOther ? [...others, data] : others;
  for (const place of foreign) rmSync(place, { recursive: true, force: true });
  return foreign.length > 0;
}

/** Commands find it by this, as long as it runs. */
function noteAddress(dataDir: string, address: { url: string; key: string }): void {
  const place = path.join(dataDir, addressFile);
  writeFileSync(`${place}.new`, JSON.stringify(address), { mode: 0o600 });
  renameSync(`${place}.new`, place);
}

/** Until it answers; where it does not in time, pages are answered by PostgreSQL until it does. */
export async function untilSearchAnswers(url: string): Promise<void> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Made once per data folder, so that nobody else on the machine reads the index. */
function keyIn(folder: string): string {
  const place = path.join(folder, 'key');
  if (!existsSync(place)) {
    writeFileSync(`${place}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${place}.new`, place);
  }
  return readFileSync(place, 'utf8').trim();
}
