// Who writes and who follows: a database of its own with one area, one author and as many followers as are asked for.
import path from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { type Connection, connect } from '@/db/client';
import { type EmbeddedServer, startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { areaFollow, person, seat } from '@/db/schema';
import type { Member } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { createWorld } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';

const ownFolder = path.resolve('.data/bench');
const databaseName = 'bench_mail';

export type Stage = Connection & {
  url: string;
  author: Member;
  server: EmbeddedServer;
  leave: () => Promise<void>;
};

/** @param folder of the embedded server; what is running there is left running */
export async function setStage(followers: number, folder = ownFolder): Promise<Stage> {
  const server = await startEmbedded(folder);
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${databaseName} with (force)`);
  await admin.unsafe(`create database ${databaseName}`);
  await admin.end();
  const url = server.url(databaseName);
  await migrate(url);
  const connection = connect(url, 2);
  const world = await createWorld(connection.db);
  await addFollowers(connection, world.organizations.segrate, world.areas.operatori, followers);
  return {
    ...{ ...connection, url, author: world.actors.matteo, server },
    leave: async () => {
      await connection.close();
      if (!server.adopted) await server.stop();
    },
  };
}

async function addFollowers({ db }: Connection, organizationId: string, areaId: string, followers: number) {
  const people = Array.from({ length: followers }, (_, index) => ({
    ...{ id: newId(), name: `Persona ${index}`, email: `p${index}@bench.example`, hasAccount: true },
  }));
  await db.delete(areaFollow);
  await db.insert(person).values(people);
  const seats = people.map(({ id }) => ({ personId: id, organizationId, role: 'operator' as const }));
  await db.insert(seat).values(seats);
  await db.insert(areaFollow).values(people.map(({ id }) => ({ personId: id, areaId })));
  await db.execute(sql`analyze`);
}

/** About as much as people write. */
const words = Array.from(
  { length: 6 },
  (_, index) =>
    `Paragrafo ${index + 1}: nel nostro Comune l’attestazione di idoneità dell’alloggio si rilascia anche senza planimetria catastale, purché il tecnico misuri l’alloggio durante il sopralluogo e alleghi il disegno quotato al verbale; perciò non chiediamo altro al proprietario.`,
).join('\n\n');

/** @returns the posts, whose facts wait for their time as on the web */
export async function write({ db, author }: Stage, threads: number, postsEach: number): Promise<Published[]> {
  const written: Published[] = [];
  const at = () => ({ db, actor: author, now: new Date() });
  for (let number = 1; number <= threads; number++) {
    const body = textToDocument(words);
    const title = `Attestazione di idoneità dell’alloggio, caso ${number}`;
    const opened = await openThread(at(), { title, areas: ['operatori'], body });
    written.push(opened);
    for (let reply = 1; reply < postsEach; reply++) {
      written.push(await postReply(at(), { threadId: opened.threadId, body }));
    }
  }
  return written;
}

/** Makes every waiting fact due together. @returns when, in milliseconds since 1970 */
export async function makeDue({ db }: Stage, inSeconds: number): Promise<number> {
  const due = new Date(Date.now() + inSeconds * 1000);
  await db.execute(sql`update graphile_worker._private_jobs set run_at = ${due.toISOString()}::timestamptz`);
  return due.getTime();
}
