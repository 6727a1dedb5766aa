// Before the first kill: persons who are signed in, threads in which each of them wrote already, and a list of finished jobs.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { session } from '@/db/schema';
import { findActor } from '@/lib/auth/find-actor';
import { hashSessionToken, sessionCookieName } from '@/lib/auth/model';
import type { Actor } from '@/lib/core/actor';
import { threadAddress } from '@/lib/forum/model';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { textToDocument } from '@/lib/text/text-to-document';
import type { House } from './house';
import type { Acknowledged, WriterSpec } from './writer';

const area = 'operatori';
const threadCount = 3;
/** No thread has so many: the page with the reply box is shown. */
const beyondTheLast = 9_999_999;
const hour = 3_600_000;

export type Stage = {
  writers: Omit<WriterSpec, 'random'>[];
  /** What was published in preparation. */
  written: Acknowledged[];
  begun: Date;
};

type Participant = { actor: Actor; cookie: string };

/**
 * Why somebody is told of a post must not change while the reactions run: each writer takes part in each thread from
 * the beginning.
 */
export async function setStage({ db, url }: House, writerCount: number): Promise<Stage> {
  const begun = new Date();
  await listFinishedJobs(db);
  const persons = await db.execute<{ id: string }>(sql`
    select p.id from person p join seat s on s.person_id = p.id join organization o on o.id = s.organization_id
    where p.has_account and o.kind = 'commune' and s.ended_at is null
      and s.role in ('operator', 'referent', 'coordinator')
    group by p.id, p.name having count(*) = 1 order by p.name limit ${writerCount}`);
  const participants: Participant[] = [];
  for (const { id } of persons) participants.push(await signIn(db, url, id));
  const written: Acknowledged[] = [];
  const threads: string[] = [];
  for (let number = 1; number <= threadCount; number++) {
    const opened = await openOne(db, participants, number, written);
    threads.push(`${threadAddress(opened)}?m=${beyondTheLast}`);
  }
  const writers = participants.map(({ cookie }, index) => ({
    ...{ url, cookie, threads, area },
    name: `s${index + 1}`,
  }));
  return { writers, written, begun };
}

async function openOne(
  db: Database,
  participants: readonly Participant[],
  number: number,
  written: Acknowledged[],
): Promise<Published> {
  const [first, ...others] = participants;
  if (!first) throw new Error('Nobody of the demonstration world may write.');
  const write = async (deed: typeof openThread, { actor }: Participant, input: object) => {
    const text = `Preparazione ${number}, messaggio ${written.length + 1}.`;
    const place = await deed({ db, actor, now: new Date() }, { ...input, body: textToDocument(text) });
    written.push({ text, postId: place.postId });
    return place;
  };
  const opened = await write(openThread, first, { title: `Prova numero ${number}`, areas: [area] });
  for (const other of others) await write(postReply, other, { threadId: opened.threadId });
  return opened;
}

async function signIn(db: Database, url: string, personId: string): Promise<Participant> {
  const token = randomBytes(32).toString('hex');
  const expires = new Date(Date.now() + hour);
  await db.insert(session).values({ sessionToken: hashSessionToken(token), userId: personId, expires });
  const { actor } = await findActor(db, token, new Date());
  return { actor, cookie: `${sessionCookieName(url)}=${token}` };
}

/** The queue forgets what is done: from now on each job that leaves it is noted, in the same transaction. */
async function listFinishedJobs(db: Database): Promise<void> {
  await db.execute(sql`create table finished_job (task text, payload jsonb, attempts integer)`);
  await db.execute(sql`create function note_finished_job() returns trigger language plpgsql as $$ begin
    insert into finished_job select identifier, old.payload, old.attempts
      from graphile_worker._private_tasks where id = old.task_id;
    return old; end $$`);
  await db.execute(sql`create trigger note_finished after delete on graphile_worker._private_jobs
    for each row execute function note_finished_job()`);
}
