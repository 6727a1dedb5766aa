// The stage of tests of sending, one per test file that imports it: the small world, an SMTP server that can refuse, and threads nobody was mailed yet.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { delivery } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { deliverThread } from '@/lib/mailing/sending/deliver-thread';
import { planCopies } from '@/lib/mailing/sending/plan-copies';
import { closeTransport } from '@/lib/platform/mail/open-transport';
import { textToDocument } from '@/lib/text/text-to-document';
import { testDatabase } from './database';
import { hurryJobs } from './hurry-jobs';
import { type SmtpSink, startSmtpSink } from './smtp-sink';
import { createWorld, type World } from './world';

export const database = await testDatabase();
export const { db } = database;
export const at = (actor: Actor) => ({ db, actor, now: new Date() });
export const worker = () => at({ kind: 'system', name: 'worker' });
export const stage = { sink: await startSmtpSink(), world: {} as World } satisfies {
  sink: SmtpSink;
  world: World;
};
process.env.SMTP_URL = stage.sink.url;

afterAll(async () => {
  closeTransport();
  await stage.sink.stop();
});

beforeAll(async () => {
  stage.world = await createWorld(db);
});

beforeEach(async () => {
  await hurryJobs(database);
  stage.sink.mails.length = 0;
  stage.sink.refusedAddresses.clear();
});

let count = 0;

/** A thread of Matteo's that nobody was mailed yet: its fact waits. */
export async function open(input: { areas?: string[]; tags?: string[] } = {}): Promise<Published> {
  count += 1;
  const body = textToDocument(`Domanda ${count}.`);
  const opened = await openThread(at(stage.world.actors.matteo), {
    ...{ title: `Discussione ${count}`, areas: ['operatori'], ...input, body },
  });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  return opened;
}

export async function answer({ threadId }: Published, text: string): Promise<Published> {
  const answered = await postReply(at(stage.world.actors.olga), { threadId, body: textToDocument(text) });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  return answered;
}

export const deliver = ({ threadId }: Published) => deliverThread(worker(), { threadId });

export async function send(post: Published): Promise<string[]> {
  await planCopies(worker(), post.postId);
  await deliver(post);
  return receivers();
}

export function receivers(): string[] {
  return stage.sink.mails.map(({ to }) => to.split('@')[0] ?? '').toSorted();
}

export async function states({ postId }: Published): Promise<Record<string, string>> {
  const rows = await db
    .select({ email: delivery.email, state: delivery.state, repeats: delivery.repeats })
    .from(delivery)
    .where(eq(delivery.postId, postId));
  return Object.fromEntries(
    rows.map(({ email, state, repeats }) => [email.split('@')[0], repeats ? `${state} again` : state]),
  );
}

/** Seconds until each waiting job of a thread is due, rounded up to a minute. */
export async function queuedIn({ threadId }: Published): Promise<number[]> {
  const rows = await db.execute<{ seconds: number }>(sql`
    select (ceil(greatest(extract(epoch from run_at - now()), 0) / 60) * 60)::int as seconds
    from graphile_worker.jobs where key = ${`mail.deliver:${threadId}`}`);
  return rows.map(({ seconds }) => seconds);
}
