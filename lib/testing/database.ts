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
    await untilLeft(admin, name);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { ...connection, url: url.href };
}

const looks = 100;
const lookEveryMs = 20;

/** The pools of workers end a moment after their work; a session cut off meanwhile would be an error of nobody's. */
async function untilLeft(admin: postgres.Sql, name: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const sessions = await admin`select 1 from pg_stat_activity where datname = ${name}`;
    if (sessions.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
