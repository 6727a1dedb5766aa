// The search server a command works on: the one of MEILI_URL, or the one that a running start of this folder keeps.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import type { SearchServer } from '@/lib/platform/search/connection';

/** Where the start leaves the address of its own search server. */
export const addressFile = 'meilisearch.json';

/** @returns undefined where none is named and none runs; whether it answers is seen by who asks it */
export function searchServer(): SearchServer | undefined {
  const { search, dataDir } = env();
  if (search) return search;
  const place = path.join(dataDir, addressFile);
  if (!existsSync(place)) return undefined;
  const { url, key } = JSON.parse(readFileSync(place, 'utf8')) as { url: string; key: string };
  return { url, key, index: 'raccordo' };
}
