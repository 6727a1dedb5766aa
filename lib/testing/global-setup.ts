// Before any test: the project's own PostgreSQL, and in it one migrated template that every test file clones.
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { startSearchServer } from './search-server';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
    /** Null where Meilisearch has no program for this platform. */
    searchServer: { url: string; key: string } | null;
  }
}

export const templateName = 'raccordo_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded('.data/test', {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
  });
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  for (const { datname } of await sql`select datname from pg_database where datname like 'test\\_%'`) {
    await sql.unsafe(`drop database if exists ${datname} with (force)`);
  }
  await sql.unsafe(`drop database if exists ${templateName} with (force)`);
  await sql.unsafe(`create database ${templateName}`);
  await sql.end();
  await migrate(server.url(templateName));
  project.provide('serverUrl', server.url('postgres'));
  const search = await startSearchServer('.data/test/meilisearch');
  project.provide('searchServer', search ? { url: search.url, key: search.key } : null);
  return async () => {
    await search?.stop();
    await server.stop();
  };
}
