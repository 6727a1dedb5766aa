import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  areaOrganization,
  delivery,
  mailStop,
  person,
  post,
  postRemoval,
  tagFollow,
  threadFollow,
} from '@/db/schema';
import { chosenAt, digestStage, friday, monday, thursday } from '@/lib/testing/digest-stage';
import { worldEmail } from '@/lib/testing/world';
import { makeDigests } from './make-digests';

const { db, world, at, send, follow, plant, digestsAt } = await digestStage();
const { actors, areas, organizations } = world;

/** Who got what of the digests made at a moment. */
const told = async (now: Date) =>
  (await digestsAt(now)).map(({ to, subject }) => `${to}: ${subject}`).toSorted();

describe('E90: who gets a digest, of what', () => {
  test('the daily one on working days at seven, of what came since, once', async () => {
    await follow('rita', 'daily');
    await follow('olga', 'every');
    await follow('elena', 'first');
    await plant();
    expect(await told(new Date('2026-09-18T04:59:00Z'))).toEqual([]);
    expect(await told(friday)).toEqual(['rita@segrate.example: 1 novità nel Forum']);
    expect(await told(friday)).toEqual([]);
    expect(await told(new Date('2026-09-18T15:00:00Z'))).toEqual([]);
    expect(await told(new Date('2026-09-19T05:00:00Z'))).toEqual([]);
    await plant({ title: 'Del sabato', at: new Date('2026-09-19T10:00:00Z') });
    expect(await told(monday)).toEqual(['rita@segrate.example: 1 novità nel Forum']);
  });

  test('none on a day without news, and nothing of that day later', async () => {
    await follow('rita', 'daily');
    expect(await told(friday)).toEqual([]);
    await plant({ at: new Date('2026-09-18T06:30:00Z') });
    expect(await told(new Date('2026-09-18T07:00:00Z'))).toEqual([]);
    expect(await told(monday)).toEqual(['rita@segrate.example: 1 novità nel Forum']);
  });

  test('the weekly one on Mondays that are working days, of the whole week', async () => {
    await follow('rita', 'weekly');
    await plant({ title: 'Di giovedì' });
    await plant({ title: 'Di domenica', at: new Date('2026-09-20T10:00:00Z') });
    expect(await told(friday)).toEqual([]);
    expect(await told(monday)).toEqual(['rita@segrate.example: 2 novità nel Forum']);
    expect(await told(new Date('2026-09-28T05:00:00Z'))).toEqual([]);
  });

  test('nothing from before the choice, nor older than a month', async () => {
    await follow('rita', 'daily');
    await plant({ title: 'Di prima', at: new Date('2026-09-10T07:59:00Z') });
    await plant({ title: 'Di dopo', at: new Date('2026-09-10T08:01:00Z') });
    const archived = await plant({ title: 'Di un archivio', at: new Date('2026-07-01T08:00:00Z') });
    await db.update(post).set({ createdAt: thursday }).where(eq(post.threadId, archived.id));
    const [mail] = await digestsAt(friday);
    expect(mail?.text).toContain('Di dopo');
    expect(mail?.text).not.toMatch(/Di prima|Di un archivio/);
  });

  test('what came in late counts from when it came, and what can be taken back waits', async () => {
    await follow('rita', 'daily');
    expect(await told(friday)).toEqual([]);
    const late = await plant({ title: 'In viaggio da ieri' });
    await db
      .update(post)
      .set({ createdAt: new Date('2026-09-18T09:00:00Z') })
      .where(eq(post.threadId, late.id));
    await plant({ title: 'Appena scritta', at: new Date(monday.getTime() - 5000) });
    const [mail] = await digestsAt(monday);
    expect(mail?.text).toContain('In viaggio da ieri');
    expect(mail?.text).not.toContain('Appena scritta');
    expect((await digestsAt(new Date('2026-09-22T05:00:00Z')))[0]?.text).toContain('Appena scritta');
  });

  test('the choice of a tag counts more than that of the area', async () => {
    await follow('rita', 'daily');
    await follow('olga', 'none');
    const tag = { tag: 'alloggio', createdAt: chosenAt };
    await db.insert(tagFollow).values([
      { ...tag, personId: actors.rita.personId, mail: 'none' },
      { ...tag, personId: actors.olga.personId, mail: 'daily' },
    ]);
    await plant({ tags: ['alloggio'] });
    expect(await told(friday)).toEqual(['olga@sandonato.example: 1 novità nel Forum']);
  });

  test('the strongest of several areas counts', async () => {
    await follow('rita', 'weekly', 'comuni');
    await follow('rita', 'daily', 'operatori');
    await follow('olga', 'every', 'comuni');
    await follow('olga', 'daily', 'operatori');
    await plant({ areas: [areas.comuni, areas.operatori] });
    expect(await told(friday)).toEqual(['rita@segrate.example: 1 novità nel Forum']);
  });

  test('not what one wrote, muted, follows by itself, or was sent at once', async () => {
    await follow('rita', 'daily');
    await follow('matteo', 'daily');
    const { personId } = actors.rita;
    const [muted, followed, sent] = [await plant(), await plant(), await plant()];
    await db.insert(threadFollow).values([
      { personId, threadId: muted.id, state: 'muted' },
      { personId, threadId: followed.id, state: 'following' },
    ]);
    const [copied] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, sent.id));
    const copy = { personId, email: worldEmail('rita'), postId: copied?.id, createdAt: thursday };
    await db.insert(delivery).values({ ...copy, state: 'sent' });
    expect(await told(friday)).toEqual([]);
    await db.update(person).set({ ownCopies: true }).where(eq(person.id, actors.matteo.personId));
    await plant({ title: 'Mia', at: new Date('2026-09-20T10:00:00Z') });
    expect(await told(monday)).toEqual([
      'matteo@segrate.example: 1 novità nel Forum',
      'rita@segrate.example: 1 novità nel Forum',
    ]);
  });

  test('not what is hidden, or stands where one may not read', async () => {
    await follow('rita', 'daily');
    await follow('piero', 'daily', 'scelti');
    const hidden = await plant();
    const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, hidden.id));
    const removal = { kind: 'hidden' as const, personId: actors.olga.personId, reason: 'Prova' };
    await db.insert(postRemoval).values({ postId: first?.id ?? '', ...removal, removedAt: thursday });
    await plant({ areas: [areas.scelti], title: 'Al tavolo' });
    const isPrefettura = and(
      eq(areaOrganization.areaId, areas.scelti),
      eq(areaOrganization.organizationId, organizations.prefettura),
    );
    await db.delete(areaOrganization).where(isPrefettura);
    expect(await told(friday)).toEqual([]);
    await db
      .insert(areaOrganization)
      .values({ areaId: areas.scelti, organizationId: organizations.prefettura });
    await plant({ areas: [areas.scelti], title: 'Al tavolo', at: new Date('2026-09-20T10:00:00Z') });
    expect(await told(monday)).toEqual(['piero@prefettura.example: 1 novità nel Forum']);
  });

  test('nobody whose address is stopped, and nobody twice when two workers look at once', async () => {
    await follow('rita', 'daily');
    await follow('olga', 'daily');
    await db.insert(mailStop).values({ email: worldEmail('olga'), kind: 'permanent', stoppedAt: thursday });
    await plant();
    await Promise.all([makeDigests(at(friday)), makeDigests(at(friday))]);
    expect((await send()).map(({ to }) => to)).toEqual(['rita@segrate.example']);
  });
});
