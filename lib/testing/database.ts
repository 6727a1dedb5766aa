// A database of its own for each test file, cloned from the migrated template in some tens of milliseconds.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { type Connection, connect } from '@/db/client';

export type TestDatabase = Connection & { url: string };

/** Call at the top of a test file; the clone is dropped when the file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template raccordo_template`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const connection = connect(url.href, 4);
  afterAll(async () => {
    await connection.close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { ...connection, url: url.href };
}
