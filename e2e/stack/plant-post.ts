// The post of the journeys: a held mail and others, links of mails that were sent, a job given up, addresses stopped.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  bounce,
  delivery,
  digest,
  mail,
  mailDecision,
  mailStop,
  person,
  post,
  seat,
  tagFollow,
  threadFollow,
} from '@/db/schema';
import type { MailOutcome } from '@/db/words';
import { newId } from '@/lib/core/ids';
import { signId } from '@/lib/mailing/tokens/sign-id';
import { sha256 } from '@/lib/platform/files/store';
import { addJob } from '@/lib/platform/jobs/add-job';
import { type Planted, plantThread } from '@/lib/testing/threads';
import { type World, type WorldPerson, worldEmail } from '@/lib/testing/world';

/** A word without end. */
export const unbroken = 'https://www.comune.example/'.padEnd(240, 'attestazione-idoneita-alloggiativa-');

const yesterday = new Date('2026-09-17T10:00:00Z');

/** Ids of mails; signed words of links. */
export type PlantedPost = {
  held: string;
  /** In the forum, decided on and answered: with a history. */
  decided: string;
  heldLink: string;
  copyLink: string;
  /** For the one who clicks. */
  spareLink: string;
  /** Of the same post, for Elena: whoever asks what may be opened clicks too. */
  clickedLink: string;
  digestLink: string;
  /** A thread that came from the shared mailbox of Segrate. */
  office: Planted;
};

/** What was sent is Rita's, but for one copy. Ada's address is stopped, and that of a colleague at Segrate. */
export async function plantPost(db: Database, world: World, typical: Planted): Promise<PlantedPost> {
  const held = await storeMail(db, 'held', 'stranger', unbroken);
  const decided = await storeMail(db, 'refused', 'refused-by-moderator', 'Offerta di corsi');
  await storeMail(db, 'bounce', 'not-understood', 'Undelivered Mail');
  const by = { personId: world.actors.olga.personId, decidedAt: yesterday };
  await db.insert(mailDecision).values({ mailId: decided, kind: 'refuse', reason: unbroken, ...by });
  await stopAddress(db, world.actors.ada.personId, worldEmail('ada'));
  await stopColleague(db, world);
  await giveUpJob(db);
  await chooseMuch(db, world, typical);
  return {
    ...{ held, decided, heldLink: signId('held', held) },
    copyLink: await sendCopy(db, world, typical),
    ...(await sendSpare(db, world)),
    digestLink: await sendDigest(db, world),
    office: await plantOfOffice(db, world),
  };
}

async function storeMail(
  db: Database,
  outcome: MailOutcome,
  reason: string,
  subject: string,
): Promise<string> {
  const id = newId();
  const raw = new TextEncoder().encode(
    `From: offerte@sconosciuto.example\nSubject: ${subject}\n\nBuongiorno,\n\n${unbroken}\n`,
  );
  await db.insert(mail).values({
    ...{ id, messageId: `${id}@sconosciuto.example`, bodyHash: sha256(raw), outcome, reason, subject },
    ...{ sender: 'offerte@sconosciuto.example', sentAt: yesterday, createdAt: yesterday, door: 'smtp' },
    ...{ envelopeFrom: '', envelopeTo: ['operatori@liste.raccordo.example'], size: raw.length, raw },
    authentication: { spf: 'pass', dkim: 'none', dmarc: 'none', remote: '192.0.2.7' },
  });
  return id;
}

async function stopAddress(db: Database, personId: string, email: string): Promise<void> {
  const [came] = await db
    .insert(bounce)
    .values({ email, personId, kind: 'permanent', diagnostic: unbroken, bouncedAt: yesterday })
    .returning({ id: bounce.id });
  await db
    .insert(mailStop)
    .values({ email, personId, bounceId: came?.id, kind: 'permanent', stoppedAt: yesterday });
}

async function stopColleague(db: Database, { organizations }: World): Promise<void> {
  const personId = newId();
  const email = 'carla.neri@pec.segrate.example';
  const at = { personId, organizationId: organizations.segrate, startedAt: new Date(0) };
  await db.insert(person).values({ id: personId, name: 'Carla Neri', email, hasAccount: true });
  await db.insert(seat).values({ ...at, role: 'reader' });
  await stopAddress(db, personId, email);
}

async function giveUpJob(db: Database): Promise<void> {
  const key = 'journeys:given-up';
  await addJob(db, 'mail.send', {}, { key, attempts: 1 });
  await db.execute(sql`update graphile_worker._private_jobs
    set attempts = max_attempts, last_error = ${unbroken}, updated_at = ${yesterday.toISOString()}::timestamptz
    where key = ${key}`);
}

async function chooseMuch(db: Database, { actors: { rita } }: World, { id: threadId }: Planted) {
  const { personId } = rita;
  await db.insert(threadFollow).values({ personId, threadId, state: 'following' });
  await db.insert(tagFollow).values([
    { personId, tag: 'alloggio', mail: 'first' },
    { personId, tag: 'cittadinanza', mail: 'weekly' },
  ]);
}

async function sendCopy(
  db: Database,
  world: World,
  { id }: Planted,
  receiver?: WorldPerson,
): Promise<string> {
  const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, id)).limit(1);
  return sent(db, world, { postId: first?.id ?? '' }, receiver);
}

async function sendSpare(
  db: Database,
  world: World,
): Promise<Pick<PlantedPost, 'spareLink' | 'clickedLink'>> {
  const { actors, areas } = world;
  const at = new Date('2026-09-01T07:00:00Z');
  const posts = [{ text: 'Per chi non vuole riceverla.', at }];
  const title = 'Da non ricevere più';
  const spare = await plantThread(db, { areas: [areas.comuni], title, author: actors.matteo, posts });
  const [spareLink, clickedLink] = [
    await sendCopy(db, world, spare),
    await sendCopy(db, world, spare, 'elena'),
  ];
  return { spareLink, clickedLink };
}

async function sendDigest(db: Database, world: World): Promise<string> {
  const id = newId();
  const window = { day: '2026-09-18', since: new Date(0), until: yesterday };
  await db.insert(digest).values({ id, personId: world.actors.rita.personId, rhythm: 'weekly', ...window });
  return sent(db, world, { digestId: id });
}

async function sent(
  db: Database,
  { actors }: World,
  what: { postId: string } | { digestId: string },
  receiver: WorldPerson = 'rita',
): Promise<string> {
  const id = newId();
  const to = { personId: actors[receiver].personId, email: worldEmail(receiver) };
  await db.insert(delivery).values({ id, ...to, ...what, state: 'sent', sentAt: yesterday });
  return signId('choices', id);
}

/** Written a moment ago, so that it can be signed whenever the journeys run. */
async function plantOfOffice(db: Database, { actors, areas, organizations }: World): Promise<Planted> {
  const personId = newId();
  const name = 'Ufficio Stranieri';
  await db.insert(person).values({ id: personId, name, officeOfId: organizations.segrate });
  return plantThread(db, {
    ...{ areas: [areas.comuni], title: 'Dalla casella dell’ufficio' },
    author: { ...actors.rita, personId },
    posts: [{ text: 'Buongiorno a tutti.', at: new Date() }],
  });
}
