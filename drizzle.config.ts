// Where drizzle-kit finds the tables and writes the next migration: `npx drizzle-kit generate --name what_it_changes`.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
