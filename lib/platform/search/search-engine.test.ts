import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { testDatabase } from '@/lib/testing/database';
import { testSearchServer } from '@/lib/testing/search';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { searchSwitch } from './search-engine';

const { db } = await testDatabase();
const server = testSearchServer();
/** Stands before Meilisearch: `fail` says how the line is cut. */
let fail: 'refuse' | 'silence' | 'slow' | undefined;
let asked = 0;
const line = http.createServer((request, response) => {
  asked += 1;
  if (fail === 'refuse') return request.socket.destroy();
  if (fail === 'silence' || (fail === 'slow' && request.url !== '/health')) return;
  const to = new URL(request.url ?? '', server.url);
  const passed = http.request(to, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  request.pipe(passed);
});

beforeAll(async () => {
  const world = await createWorld(db);
  await plantThread(db, {
    areas: [world.areas.novita],
    title: 'Idoneità alloggiativa',
    author: world.actors.olga,
  });
  await rebuildSearch({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() }, server);
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  line.closeAllConnections();
  line.close();
});

test.each(['refuse', 'silence'] as const)(
  'when Meilisearch fails (%s) PostgreSQL answers, nobody waits again, and it returns by itself',
  async (how) => {
    let now = 0;
    const behind = { ...server, url: `http://127.0.0.1:${(line.address() as AddressInfo).port}` };
    const { ask } = searchSwitch(behind, () => now);
    const filter = { readers: ['public'], kinds: ['organization'] };
    const search = () =>
      ask(db, (engine) => engine.find({ concepts: [], phrases: [], without: [], filter, limit: 10 }));
    const names = async () => (await search()).value.map(({ title }) => title).toSorted();
    const all = await names();
    expect(all).toHaveLength(4);
    expect(await search()).toMatchObject({ reduced: false });

    fail = how;
    expect(await search()).toMatchObject({ reduced: true });
    asked = 0;
    expect(await names()).toEqual(all);
    expect(asked).toBe(0);
    now += 2_000;
    expect(await search()).toMatchObject({ reduced: true });
    expect(asked).toBe(1);

    fail = undefined;
    expect(await search()).toMatchObject({ reduced: true });
    now += 2_000;
    expect(await search()).toMatchObject({ reduced: false });
    expect(await names()).toEqual(all);
  },
);

test('a question that takes too long is not a server that is away; three in a row are, and that is told once', async () => {
  const behind = { ...server, url: `http://127.0.0.1:${(line.address() as AddressInfo).port}` };
  const told: string[] = [];
  const { ask } = searchSwitch(
    behind,
    () => 0,
    (each) => told.push(each),
  );
  const filter = { readers: ['public'], kinds: ['organization'] };
  const search = () =>
    ask(db, (engine) => engine.find({ concepts: [], phrases: [], without: [], filter, limit: 10 }));
  fail = 'slow';
  expect(await search()).toMatchObject({ reduced: true });
  fail = undefined;
  expect(await search()).toMatchObject({ reduced: false });
  fail = 'slow';
  for (let question = 0; question < 5; question++) expect(await search()).toMatchObject({ reduced: true });
  fail = undefined;
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('away');
});

test('a wrong key is told with its cause', async () => {
  const told: string[] = [];
  const { ask, isReduced } = searchSwitch({ ...server, key: 'wrong' }, Date.now, (each) => told.push(each));
  const filter = { readers: ['public'] };
  const wanted = { concepts: [], phrases: [], without: [], filter, limit: 10 };
  expect(await ask(db, (engine) => engine.find(wanted))).toMatchObject({ reduced: true });
  expect(told[0]).toContain('API key');
  expect(isReduced()).toBe(true);
});

test('without a server PostgreSQL answers, and says so', async () => {
  const { ask } = searchSwitch(undefined);
  expect(await ask(db, async () => 'answer')).toEqual({ value: 'answer', reduced: true });
});
