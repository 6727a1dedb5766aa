import { eq, isNotNull, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  areaOrganization,
  delivery,
  digest,
  person,
  post,
  postRemoval,
  savedSearch,
  savedSearchNews,
  seat,
  threadFollow,
} from '@/db/schema';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';
import { saveSearch } from '@/lib/search/saving/save-search';
import { chosenAt, type DigestMail, digestStage, friday, monday, thursday } from '@/lib/testing/digest-stage';
import type { WorldPerson } from '@/lib/testing/world';
import { chooseByCopy } from '../choosing/choose-by-copy';
import { findCopy } from '../choosing/queries';
import { signId } from '../tokens/sign-id';
import { makeDigests } from './make-digests';

const { db, world, at, send, follow, plant, digestsAt } = await digestStage();
const { actors, areas, organizations } = world;
const tuesday = new Date('2026-09-22T05:00:00Z');

const save = (who: WorldPerson, words: string, name?: string) =>
  saveSearch(
    { db, actor: actors[who], now: chosenAt },
    { question: new URLSearchParams({ q: words }).toString(), name },
  );
const index = () => rebuildSearch(at(friday), undefined);
/** Planted and found. */
const publish = async (title: string, given: Parameters<typeof plant>[0] = {}) => {
  const planted = await plant({ title, ...given });
  await index();
  return planted;
};
const subjects = (mails: readonly DigestMail[]) =>
  mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted();
const one = ['rita@segrate.example: 1 novità nelle ricerche salvate'];

describe('what is new of a saved search', () => {
  test('comes with the daily digest, also where no digest was chosen, with a link to the search', async () => {
    await save('rita', 'bonus energia', 'Bonus');
    await publish('SGATE e bonus energia');
    await publish('Bonus nido');
    await publish('Energia elettrica');
    const [mail, ...others] = await digestsAt(friday);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('1 novità nelle ricerche salvate');
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('SGATE e bonus energia');
      expect(part).not.toMatch(/nido|elettrica/);
      expect(part).toContain('/cerca?q=bonus+energia');
    }
    expect(mail?.text).toContain('=== Ricerche salvate · Bonus ===');
    expect(mail?.text).toMatch(/Rispondi a questa discussione: r-\w+@/);
    expect(mail?.text).toContain('Apri la ricerca: ');
  });

  test('is told once: not on the next day, not after an edit, not by a second search of the same mail', async () => {
    await save('rita', 'sgate');
    await save('rita', 'sgate bolletta');
    const { id } = await publish('SGATE per la bolletta');
    const [mail] = await digestsAt(friday);
    expect(mail?.subject).toBe('1 novità nelle ricerche salvate');
    await db.update(post).set({ text: 'Una domanda diversa su SGATE.' }).where(eq(post.threadId, id));
    await index();
    expect(await digestsAt(monday)).toEqual([]);
    await publish('Di nuovo SGATE', { at: new Date('2026-09-21T10:00:00Z') });
    expect(subjects(await digestsAt(tuesday))).toEqual(one);
  });

  test('is nothing without news, and nothing from before it was saved', async () => {
    await save('rita', 'sgate');
    await publish('SGATE di prima', { at: new Date('2026-09-10T07:59:00Z') });
    await publish('Altro');
    expect(await digestsAt(friday)).toEqual([]);
  });

  test('what is indexed late, or says it late, is told late', async () => {
    await save('rita', 'sgate');
    await plant({ title: 'SGATE in ritardo' });
    expect(await digestsAt(friday)).toEqual([]);
    const edited = await publish('Senza quella parola');
    expect(subjects(await digestsAt(monday))).toEqual(one);
    await db.update(post).set({ text: 'Si chiama SGATE.' }).where(eq(post.threadId, edited.id));
    await index();
    const [mail] = await digestsAt(tuesday);
    expect(mail?.text).toContain('* Senza quella parola');
  });

  test('understands the words that mean the same, and guesses at no typing error', async () => {
    await save('rita', 'permesso di soggiorno');
    await save('matteo', 'permeso');
    await publish('Il PdS scaduto', { author: actors.olga });
    expect(subjects(await digestsAt(friday))).toEqual(one);
  });

  test('keeps to phrases, words left out, conditions and choices', async () => {
    await save('rita', '"bonus energia" -gas area:operatori');
    await publish('Bonus energia');
    await publish('Energia e bonus');
    await publish('Bonus energia e gas');
    await publish('Bonus energia', { areas: [areas.comuni] });
    const [mail] = await digestsAt(friday);
    expect(mail?.subject).toBe('1 novità nelle ricerche salvate');
    expect(mail?.text).toContain('/forum/operatori/');
  });

  test('is nothing of one’s own, of a muted thread, of what came as a copy, of what was stopped', async () => {
    await save('matteo', 'sgate');
    const { id } = await save('rita', 'sgate');
    const muted = await publish('SGATE uno');
    await db
      .insert(threadFollow)
      .values({ personId: actors.rita.personId, threadId: muted.id, state: 'muted' });
    const copied = await publish('SGATE due');
    const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, copied.id));
    const { personId } = actors.rita;
    const sent = { state: 'sent' as const, createdAt: thursday };
    await db.insert(delivery).values({ personId, email: 'rita@segrate.example', postId: first?.id, ...sent });
    expect(await digestsAt(friday)).toEqual([]);
    await publish('SGATE tre', { at: new Date('2026-09-18T09:00:00Z') });
    await db.update(savedSearch).set({ mailSince: null }).where(eq(savedSearch.id, id));
    expect(await digestsAt(monday)).toEqual([]);
    await db.update(person).set({ ownCopies: true }).where(eq(person.id, actors.matteo.personId));
    expect(subjects(await digestsAt(tuesday))).toEqual([
      'matteo@segrate.example: 3 novità nelle ricerche salvate',
    ]);
  });

  test('the newest five of a search are told, and how many more there are', async () => {
    await save('rita', 'sgate');
    for (let number = 1; number <= 7; number++) {
      await plant({ title: `SGATE ${number}`, at: new Date(thursday.getTime() + number * 60_000) });
    }
    await index();
    const [mail] = await digestsAt(friday);
    expect(mail?.subject).toBe('7 novità nelle ricerche salvate');
    expect(mail?.text.match(/^\* .*$/gm)).toEqual([
      '* SGATE 7',
      '* SGATE 6',
      '* SGATE 5',
      '* SGATE 4',
      '* SGATE 3',
    ]);
    expect(mail?.text).toContain('Altri 2 risultati nella ricerca: ');
    expect(await digestsAt(monday)).toEqual([]);
  });
});

describe('E90: one digest a day', () => {
  test('with what areas tell, each thing once', async () => {
    await follow('rita', 'daily');
    await save('rita', 'sgate');
    await publish('SGATE tra gli operatori');
    await publish('SGATE tra i Comuni', { areas: [areas.comuni] });
    const mails = await digestsAt(friday);
    expect(subjects(mails)).toEqual(['rita@segrate.example: 1 novità nel Forum, 1 nelle ricerche salvate']);
    expect(mails[0]?.text.match(/^(===|\*) .*$/gm)).toEqual([
      ...['=== Forum · Operatori ===', '* SGATE tra gli operatori'],
      ...['=== Ricerche salvate · sgate ===', '* SGATE tra i Comuni'],
    ]);
    expect(await digestsAt(monday)).toEqual([]);
  });

  test('on the day of the weekly one with that, where there is one', async () => {
    await follow('rita', 'weekly');
    await save('rita', 'sgate');
    await save('elena', 'sgate');
    await publish('Notizie', { at: new Date('2026-09-18T10:00:00Z') });
    await publish('SGATE tra i Comuni', { areas: [areas.comuni], at: new Date('2026-09-18T10:00:00Z') });
    expect(subjects(await digestsAt(monday))).toEqual([
      'elena@sovico.example: 1 novità nelle ricerche salvate',
      'rita@segrate.example: 1 novità nel Forum, 1 nelle ricerche salvate',
    ]);
  });

  test('alone on that day where the weekly one has nothing to tell', async () => {
    await follow('rita', 'weekly', 'novita');
    await save('rita', 'sgate');
    await publish('SGATE', { at: new Date('2026-09-18T10:00:00Z') });
    expect(subjects(await digestsAt(monday))).toEqual(one);
  });

  test('a digest that could not be made holds nothing for told', async () => {
    await save('rita', 'sgate');
    await publish('SGATE');
    await db.execute(
      sql`create function fail() returns trigger language plpgsql as $$ begin raise 'full'; end $$`,
    );
    await db.execute(sql`create trigger fail before insert on delivery execute function fail()`);
    await expect(makeDigests(at(friday))).rejects.toThrow('1 digests were not made');
    expect(await db.select().from(savedSearchNews)).toEqual([]);
    await db.execute(sql`drop function fail() cascade`);
    expect(subjects(await digestsAt(friday))).toEqual(one);
    const told = await db.select({ digestId: savedSearchNews.digestId }).from(savedSearchNews);
    expect(told).toEqual(await db.select({ digestId: digest.id }).from(digest));
  });
});

describe('who is told: by what they may read at that moment', () => {
  const everyone: WorldPerson[] = ['olga', 'rita', 'matteo', 'elena', 'piero', 'ada'];

  test('each person × each area', async () => {
    for (const who of everyone) await save(who, 'segretissimo');
    const readers: Record<keyof typeof areas, WorldPerson[]> = {
      operatori: ['olga', 'rita', 'elena', 'piero'],
      comuni: ['olga', 'rita', 'elena'],
      scelti: ['rita', 'piero'],
      novita: ['olga', 'rita', 'elena', 'piero', 'ada'],
    };
    for (const area of Object.keys(readers) as (keyof typeof areas)[]) {
      await plant({ title: `Segretissimo ${area}`, areas: [areas[area]] });
    }
    await index();
    const mails = await digestsAt(friday);
    for (const who of everyone) {
      const mail = mails.find(({ to }) => to.startsWith(who));
      const told = (mail?.text.match(/^\* .*$/gm) ?? []).map((line) => line.replace('* Segretissimo ', ''));
      const allowed = Object.entries(readers).flatMap(([area, names]) => (names.includes(who) ? [area] : []));
      expect([who, ...told.toSorted()]).toEqual([who, ...allowed.toSorted()]);
    }
  });

  test('a seat that ended: nothing, also where it ends between making and sending', async () => {
    await save('piero', 'sgate');
    await save('rita', 'sgate');
    await publish('SGATE');
    const ended = (who: WorldPerson, endedAt: Date | null) =>
      db.update(seat).set({ endedAt }).where(eq(seat.personId, actors[who].personId));
    await ended('piero', thursday);
    await makeDigests(at(friday));
    await ended('rita', new Date('2026-09-18T05:00:00Z'));
    expect(await send()).toEqual([]);
    expect(await db.select().from(savedSearchNews)).toHaveLength(1);
    await ended('piero', null);
    await ended('rita', null);
  });

  test('an area closed to the organisation, a post hidden, a search dropped between making and sending', async () => {
    const { id } = await save('olga', 'sgate');
    await save('rita', 'sgate');
    await save('piero', 'sgate');
    await publish('SGATE al tavolo', { areas: [areas.scelti] });
    const hidden = await publish('SGATE nascosto');
    await makeDigests(at(friday));
    const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, hidden.id));
    const removal = { kind: 'hidden' as const, personId: actors.olga.personId, reason: 'Prova' };
    await db.insert(postRemoval).values({ postId: first?.id ?? '', ...removal, removedAt: friday });
    await db.delete(areaOrganization).where(eq(areaOrganization.organizationId, organizations.segrate));
    await db.delete(savedSearch).where(eq(savedSearch.id, id));
    expect(subjects(await send())).toEqual(['piero@prefettura.example: 1 novità nelle ricerche salvate']);
    await db.insert(areaOrganization).values({ areaId: areas.scelti, organizationId: organizations.segrate });
  });

  test('by any seat of who holds several', async () => {
    const second = {
      organizationId: organizations.sovico,
      role: 'operator' as const,
      startedAt: new Date(86_400_000),
    };
    const [added] = await db
      .insert(seat)
      .values({ personId: actors.ada.personId, ...second })
      .returning({ id: seat.id });
    await save('ada', 'sgate');
    await publish('SGATE tra i Comuni', { areas: [areas.comuni] });
    await publish('SGATE al tavolo', { areas: [areas.scelti] });
    const [mail] = await digestsAt(friday);
    expect(mail?.text.match(/^\* .*$/gm)).toEqual(['* SGATE tra i Comuni']);
    await db.delete(seat).where(eq(seat.id, added?.id ?? ''));
  });
});

test('E64: one click on the link of the digest stops the searches it told of, and no others', async () => {
  await save('rita', 'sgate', 'Bonus');
  await save('rita', 'anpr');
  await publish('SGATE');
  await digestsAt(friday);
  const [own] = await db.select({ id: delivery.id }).from(delivery).where(isNotNull(delivery.digestId));
  const token = signId('choices', own?.id ?? '');
  const anonymous = { ...at(friday), actor: { kind: 'anonymous' as const } };
  expect((await findCopy(anonymous, token)).searches).toMatchObject([{ name: 'Bonus' }]);
  await chooseByCopy(anonymous, { token, wish: 'stop' });
  await chooseByCopy(anonymous, { token, wish: 'stop' });
  expect((await findCopy(anonymous, token)).searches).toEqual([]);
  const rows = await db.select().from(savedSearch);
  expect(Object.fromEntries(rows.map(({ name, mailSince }) => [name, mailSince !== null]))).toEqual({
    Bonus: false,
    anpr: true,
  });
});
