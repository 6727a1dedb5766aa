// A stage for digests: the small world with nobody following anything, a sink for what leaves, and days of September 2026.
import { eq, sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeEach } from 'vitest';
import type { Database } from '@/db/client';
import {
  areaFollow,
  bounce,
  delivery,
  digest,
  mailStop,
  person,
  post,
  savedSearch,
  searchDocument,
  tagFollow,
  thread,
  threadFollow,
} from '@/db/schema';
import type { MailChoice } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { makeDigests } from '@/lib/mailing/digesting/make-digests';
import { closeTransport } from '@/lib/platform/mail/open-transport';
import { testDatabase } from './database';
import { runJobs } from './run-jobs';
import { startSmtpSink } from './smtp-sink';
import { type Planted, type PlantedThread, plantThread } from './threads';
import { createWorld, type World, type WorldPerson } from './world';

/** When everybody chose what they chose. */
export const chosenAt = new Date('2026-09-10T08:00:00Z');
export const thursday = new Date('2026-09-17T08:00:00Z');
/** Seven in Rome. */
export const friday = new Date('2026-09-18T05:00:00Z');
export const monday = new Date('2026-09-21T05:00:00Z');

export type DigestMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Map<string, string>;
};

/** Call at the top of a test file. */
export async function digestStage() {
  const sink = await startSmtpSink();
  process.env.SMTP_URL = sink.url;
  const database = await testDatabase();
  const { db } = database;
  const world = await createWorld(db);
  const at = (now: Date): Context => ({ db, actor: { kind: 'system', name: 'worker' }, now });
  afterAll(async () => {
    closeTransport();
    await sink.stop();
  });
  beforeEach(async () => {
    await clear(db);
    sink.mails.length = 0;
  });
  /** What leaves by itself. */
  const send = async (): Promise<DigestMail[]> => {
    await runJobs(database);
    return Promise.all(sink.mails.splice(0).map(({ to, raw }) => readMail(to, raw)));
  };
  return {
    ...{ db, world, at, send },
    follow: async (who: WorldPerson, mail: MailChoice, area: keyof typeof world.areas = 'operatori') => {
      const { personId } = world.actors[who];
      await db.insert(areaFollow).values({ areaId: world.areas[area], personId, mail, createdAt: chosenAt });
    },
    plant: (given: Given = {}): Promise<Planted> => plantNews(db, world, given),
    /** Makes what is due at a moment, and sends it. */
    digestsAt: async (now: Date): Promise<DigestMail[]> => {
      await makeDigests(at(now));
      return send();
    },
  };
}

/** Nobody follows or was sent anything, and nothing stands to be read. */
async function clear(db: Database): Promise<void> {
  const saved = [savedSearch, searchDocument];
  for (const table of [
    ...saved,
    delivery,
    digest,
    mailStop,
    bounce,
    threadFollow,
    tagFollow,
    areaFollow,
    thread,
  ]) {
    await db.delete(table);
  }
  await db.update(person).set({ ownCopies: false, locale: null });
}

type Given = Partial<PlantedThread> & { at?: Date };

/** A thread of Matteo's; its posts came in when they were written. */
async function plantNews(db: Database, world: World, { at = thursday, ...given }: Given): Promise<Planted> {
  const planted = await plantThread(db, {
    ...{ areas: [world.areas.operatori], title: 'Idoneità', author: world.actors.matteo },
    posts: [{ text: 'Una domanda.', at }],
    ...given,
  });
  const asWritten = { createdAt: sql`${post.postedAt}` };
  await db.update(post).set(asWritten).where(eq(post.threadId, planted.id));
  return planted;
}

async function readMail(to: string, raw: string): Promise<DigestMail> {
  const { subject = '', text = '', html = '', headers } = await PostalMime.parse(raw);
  return { to, subject, text, html, headers: new Map(headers.map(({ key, value }) => [key, value])) };
}
