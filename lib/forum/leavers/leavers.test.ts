import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { seat } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { findDraft } from '../drafts/queries';
import { saveDraft } from '../drafts/save-draft';
import { listEvents } from '../moderation/queries';
import { listPosts } from '../posts/queries';
import { openThread } from '../writing/open-thread';
import { postReply } from '../writing/post-reply';
import { handOver } from './hand-over';
import { listLeavers, listWorkAtHand } from './queries';

const { db } = await testDatabase();
const now = new Date('2026-09-10T09:00:00Z');
const at = (actor: Actor): Context => ({ db, actor, now });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

test('what a leaver had begun goes on with a colleague', async () => {
  const { rita, matteo, olga, elena } = world.actors;
  const asked = await openThread(at(matteo), {
    ...{ title: 'Chiesto da chi parte', areas: ['operatori'], body: paragraphs('x'), isQuestion: true },
  });
  const { postId } = await postReply(at(olga), { threadId: asked.threadId, body: paragraphs('Ecco') });
  const draftId = newId();
  await saveDraft(at(matteo), { draftId, kind: 'thread', title: 'Bozza', body: paragraphs('Appunti') });
  const people = { fromPersonId: matteo.personId, toPersonId: rita.personId };
  await expect(handOver(at(rita), people)).rejects.toMatchObject({ reason: 'still-in-office' });
  expect(await listLeavers(at(rita))).toEqual([]);
  const open = { id: matteo.personId, name: 'Matteo Riva', threads: 1, drafts: 1 };
  expect(await listWorkAtHand(at(rita))).toEqual([open]);
  expect(await listWorkAtHand(at(olga))).toEqual([]);

  await db.update(seat).set({ endedAt: now }).where(eq(seat.id, matteo.seat.id));
  expect(await listLeavers(at(olga))).toEqual([]);
  expect(await listLeavers(at(rita))).toEqual([open]);
  expect(await listWorkAtHand(at(rita))).toEqual([]);
  const outside = handOver(at(rita), { ...people, toPersonId: elena.personId });
  await expect(outside).rejects.toMatchObject({ reason: 'person-not-found' });
  await expect(handOver(at(olga), people)).rejects.toMatchObject({ reason: 'referents-hand-over' });

  expect(await handOver(at(rita), people)).toEqual({ threads: 1, drafts: 1 });
  expect(await listLeavers(at(rita))).toEqual([]);
  expect((await findDraft(at(rita), draftId)).seatId).toBe(rita.seat.id);
  await markAnswer(at(rita), { postId });
  const events = await listEvents(at(olga), asked.threadId);
  expect(events[0]).toMatchObject({ kind: 'hand-over', detail: { person: 'Rita Sala' } });
  const [first] = await listPosts(at(olga), asked.threadId, 1);
  expect(first?.author.name).toBe('Matteo Riva');
});
