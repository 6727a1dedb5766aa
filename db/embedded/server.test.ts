import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from './server';

const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-embedded-'));
chmodSync(folder, 0o755);
const server = await startEmbedded(folder);
afterAll(async () => {
  await server.stop();
  for (const place of [folder, server.folder]) rmSync(place, { recursive: true, force: true });
});

async function ask<T extends Record<string, unknown>>(statement: string): Promise<T | undefined> {
  const sql = postgres(server.url(), { max: 1, onnotice: () => {} });
  const rows = await sql.unsafe<T[]>(statement).finally(() => sql.end());
  return rows[0];
}

test('the death of one session is not the death of the server: it is waited for', async () => {
  await ask('create table kept as select 1 as number');
  const session = postgres(server.url(), { max: 1, onnotice: () => {} });
  const [own] = await session<{ pid: number }[]>`select pg_backend_pid() as pid`;
  process.kill(own?.pid ?? 0, 'SIGKILL');
  await session.end();
  expect(await server.isAlive()).toBe(true);
  await expect.poll(() => ask('select number from kept').catch(() => undefined)).toEqual({ number: 1 });
});

test('a server that was killed is seen to be dead, and comes back on the same port with everything', async () => {
  const [pid] = readFileSync(path.join(server.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await server.isAlive()).toBe(false);
  const again = await startEmbedded(folder);
  expect(again.adopted).toBe(false);
  expect(again.url()).toBe(server.url());
  expect(await ask('select number from kept')).toEqual({ number: 1 });
});
