import net from 'node:net';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';

const { url } = await testDatabase();
const quick = { max: 1, connect_timeout: 5, onnotice: () => {}, backoff: () => 0 };
const endOwn = 'select pg_terminate_backend(pg_backend_pid())';

test('a transaction whose connection ends fails, and the next one finds a connection', async () => {
  const sql = postgres(url, quick);
  await expect(sql.begin((tx) => tx.unsafe(endOwn))).rejects.toThrow();
  expect(await sql`select 1 as number`).toEqual([{ number: 1 }]);
  await sql.end();
});

test('an answer that was cut off leaves nothing behind for the next', async () => {
  const sql = postgres(url, quick);
  await expect(sql.unsafe(endOwn)).rejects.toThrow();
  expect(await sql`select 1 as number`).toEqual([{ number: 1 }]);
  await sql.end();
});

test('what a transaction asks after its connection ended is refused, not done outside of it', async () => {
  const sql = postgres(url, quick);
  await sql`create table kept (number integer)`;
  let insertion = 'still waiting';
  const transaction = sql.begin(async (tx) => {
    await tx.unsafe(endOwn).catch(() => undefined);
    await sql`select 1`;
    insertion = await tx`insert into kept values (1)`.then(
      () => 'done',
      () => 'refused',
    );
  });
  await expect(transaction).rejects.toThrow();
  await expect.poll(() => insertion).toBe('refused');
  expect(await sql`select number from kept`).toEqual([]);
  await sql.end();
});

test('a connection that ends with something still to send comes back clean', async () => {
  const sockets: net.Socket[] = [];
  const open = async () => {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    sockets.push(socket);
    return socket;
  };
  const sql = postgres(url, { ...quick, socket: open } as postgres.Options<Record<string, never>>);
  await sql`select 1`;
  const cut = sql`select 2`.then(
    () => 'answered',
    () => 'cut off',
  );
  // It is to be sent when this turn ends; the socket ends in the same turn, as all do when the server dies.
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  sockets.at(-1)?.emit('close', false);
  sockets.at(-1)?.destroy();
  expect(await cut).toBe('cut off');
  expect(await sql`select 3 as number`).toEqual([{ number: 3 }]);
  await sql.end();
});
