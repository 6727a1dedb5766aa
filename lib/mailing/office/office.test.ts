import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { Logger, runOnce } from 'graphile-worker';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bounce, mail, mailDecision, mailStop } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { addJob } from '@/lib/platform/jobs/add-job';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { automaticReasons, heldReasons, refusedReasons } from '../judging/model';
import { mailListAddress, mailQuery, mailReason, mailReasons, mailsPerPage } from './model';
import {
  countWork,
  findOfficeMail,
  listDeadJobs,
  listMailSteps,
  listStopped,
  listStoppedColleagues,
  searchMails,
} from './queries';
import { retryJob } from './retry-job';

const database = await testDatabase();
const { db, url } = database;
const { actors, areas } = await createWorld(db);
const now = new Date('2026-09-18T08:00:00Z');
const office: Context = { db, actor: actors.olga, now };
const nobody: Context = { db, actor: actors.rita, now };

beforeEach(async () => {
  await db.delete(mailStop);
  await db.delete(bounce);
  await db.delete(mail);
});

type Stored = Partial<typeof mail.$inferInsert>;

async function store(given: Stored): Promise<string> {
  const id = newId();
  const raw = new TextEncoder().encode('Subject: Prova\n\nTesto\n');
  await db.insert(mail).values({ id, outcome: 'posted', raw, size: raw.length, createdAt: now, ...given });
  return id;
}

const found = async (query: Record<string, string>) =>
  (await searchMails(office, mailQuery.parse(query))).mails.map(({ subject }) => subject);

describe('looking for mails', () => {
  beforeEach(async () => {
    await store({ subject: 'Nuova', sender: 'rita@segrate.example' });
    await store({
      ...{
        subject: 'Trattenuta da tempo',
        sender: 'boh@altrove.example',
        outcome: 'held',
        reason: 'stranger',
      },
      createdAt: new Date('2026-09-01T08:00:00Z'),
    });
    await store({
      ...{ subject: '100% sicuro', sender: 'no_reply@segrate.example', outcome: 'refused', reason: 'empty' },
      createdAt: new Date('2026-09-17T21:59:59Z'),
    });
    await store({ subject: 'Di ieri notte', createdAt: new Date('2026-09-17T22:00:00Z') });
  });

  test('held mails come first, then the newest', async () => {
    expect(await found({})).toEqual(['Trattenuta da tempo', 'Nuova', 'Di ieri notte', '100% sicuro']);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ da: 'SEGRATE' }, ['Nuova', '100% sicuro']],
    [{ da: 'o_r' }, ['100% sicuro']],
    [{ oggetto: '0%' }, ['100% sicuro']],
    [{ esito: 'refused' }, ['100% sicuro']],
    [{ motivo: 'stranger' }, ['Trattenuta da tempo']],
    [{ dal: '2026-09-18' }, ['Nuova', 'Di ieri notte']],
    [{ al: '2026-09-17' }, ['Trattenuta da tempo', '100% sicuro']],
    [{ dal: '2026-09-17', al: '2026-09-17' }, ['100% sicuro']],
    [{ da: 'segrate', esito: 'posted' }, ['Nuova']],
    [{ esito: 'boh', motivo: 'boh', dal: '2026-02-31', pagina: '-1', oggetto: 'Nuova' }, ['Nuova']],
  ])('%j', async (query, subjects) => {
    expect(await found(query)).toEqual(subjects);
  });

  test('fifty stand on a page', async () => {
    for (let number = 0; number < mailsPerPage; number++) await store({ subject: `Altra ${number}` });
    const { mails, total } = await searchMails(office, mailQuery.parse({ pagina: '2' }));
    expect(total).toBe(mailsPerPage + 4);
    expect(mails.map(({ subject }) => subject).slice(-2)).toEqual(['Di ieri notte', '100% sicuro']);
  });

  test('what is looked for has an address of its own', () => {
    const query = mailQuery.parse({ da: 'rita', esito: 'held', pagina: '3' });
    expect(mailListAddress(query)).toBe('/segreteria/posta?da=rita&esito=held&pagina=3');
    expect(mailListAddress(mailQuery.parse({}))).toBe('/segreteria/posta');
  });

  test('is for the secretariat alone', async () => {
    await expect(searchMails(nobody, mailQuery.parse({}))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(countWork(nobody)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

test('one mail with what was checked and done', async () => {
  const id = await store({
    ...{ subject: 'Una', outcome: 'held', reason: 'spoofed', areaId: areas.operatori, door: 'smtp' },
    ...{ authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' }, envelopeTo: ['operatori@x.example'] },
  });
  const later = new Date(now.getTime() + 60_000);
  await db.insert(mailDecision).values([
    { mailId: id, kind: 'refuse', personId: actors.olga.personId, reason: 'Non è sua', decidedAt: later },
    { mailId: id, kind: 'replay', personId: null, decidedAt: now },
  ]);
  expect(await findOfficeMail(office, id)).toMatchObject({
    ...{ subject: 'Una', door: 'smtp', post: null, area: { slug: 'operatori', name: 'Operatori' } },
    authentication: { spf: 'fail', dmarc: 'fail' },
  });
  expect(await listMailSteps(office, id)).toEqual([
    { kind: 'replay', by: null, reason: null, at: now },
    { kind: 'refuse', by: 'Olga Ventura', reason: 'Non è sua', at: later },
  ]);
  await expect(findOfficeMail(office, 'boh')).rejects.toMatchObject({ code: 'not-found' });
  await expect(findOfficeMail(nobody, id)).rejects.toMatchObject({ code: 'not-allowed' });
});

describe('reasons', () => {
  test('E20 E22 E16 E83: each reason a mail can end with has words in both languages', () => {
    const given = [
      ...automaticReasons,
      ...heldReasons,
      ...refusedReasons,
      'not-understood',
      'delivery-report',
    ];
    expect(given.filter((reason) => mailReason(reason) === 'other')).toEqual([]);
    for (const language of ['it', 'en']) {
      const { mail: words } = JSON.parse(readFileSync(`messages/${language}/office.json`, 'utf8'));
      expect(Object.keys(words.reasons).toSorted()).toEqual([...mailReasons, 'other'].toSorted());
    }
  });

  test('one that nobody named is shown as such', () => {
    expect(mailReason('brand-new')).toBe('other');
    expect(mailReason(null)).toBe('other');
  });
});

describe('stopped addresses', () => {
  const stop = async (who: 'rita' | 'olga') => {
    const at = { bouncedAt: now, email: worldEmail(who) };
    const [came] = await db
      .insert(bounce)
      .values({ ...at, kind: 'permanent', diagnostic: '550 no such user' })
      .returning({ id: bounce.id });
    await db.insert(mailStop).values({
      ...{ email: worldEmail(who), personId: actors[who].personId, bounceId: came?.id },
      ...{ kind: 'permanent', stoppedAt: now },
    });
  };

  test('E80: the secretariat sees them all with what the other side said, E83: and nobody for what was not understood', async () => {
    await stop('rita');
    await store({ outcome: 'bounce', reason: 'not-understood' });
    await db.insert(mailStop).values({
      ...{ email: 'tornato@x.example', kind: 'transient', stoppedAt: now, resumedAt: now },
    });
    expect(await listStopped(office)).toEqual([
      {
        ...{ email: 'rita@segrate.example', kind: 'permanent', stoppedAt: now, person: 'Rita Sala' },
        ...{ organizations: ['Comune di Segrate'], diagnostic: '550 no such user' },
      },
    ]);
    expect(await countWork(office)).toEqual({ held: 0, unclear: 1, stopped: 1, dead: 0 });
    await expect(listStopped(nobody)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('E80: the referent sees those of the own organisation, others none', async () => {
    await stop('rita');
    await stop('olga');
    const seen = async (actor: Context['actor'], at: string) =>
      (await listStoppedColleagues({ db, actor, now }, at)).map(({ email }) => email);
    expect(await seen(actors.rita, 'segrate')).toEqual(['rita@segrate.example']);
    expect(await seen(actors.rita, 'san-donato')).toEqual([]);
    expect(await seen(actors.matteo, 'segrate')).toEqual([]);
    expect(await seen(actors.olga, 'san-donato')).toEqual(['olga@sandonato.example']);
  });
});

describe('dead jobs', () => {
  const run = (work: () => Promise<void>) =>
    runOnce({
      connectionString: url,
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
      taskList: { 'mail.send': work, reaction: work },
    });

  const failing = () => Promise.reject(new Error('535 la password è scaduta'));

  test('are listed with what they were about and the last error, and tried again by a button', async () => {
    await addJob(db, 'mail.send', { to: 'segreto@x.example' }, { attempts: 1 });
    const fact = { name: 'forum.post.published', version: 1, postId: newId() };
    await addJob(db, 'reaction', { reaction: 'tell-published', fact }, { attempts: 1 });
    expect(await listDeadJobs(office)).toEqual([]);
    await db.execute(sql`update graphile_worker._private_jobs
      set run_at = now() - interval '1 hour', updated_at = now() - interval '1 hour'`);
    const begun = Date.now();
    await run(failing);
    const dead = await vi.waitFor(async () => {
      const found = await listDeadJobs(office);
      expect(found).toHaveLength(2);
      return found;
    });
    for (const { failedAt } of dead) expect(failedAt.getTime()).toBeGreaterThan(begun - 1000);
    expect(dead.map(({ task, about, attempts, error }) => [task, about, attempts, error]).toSorted()).toEqual(
      [
        ['mail.send', null, 1, '535 la password è scaduta'],
        ['reaction', 'forum.post.published · tell-published', 1, '535 la password è scaduta'],
      ],
    );
    expect(JSON.stringify(dead)).not.toContain('segreto@x.example');
    expect((await countWork(office)).dead).toBe(2);
    await expect(retryJob(nobody, { jobId: dead[0]?.id })).rejects.toMatchObject({ code: 'not-allowed' });
    for (const { id } of dead) await retryJob(office, { jobId: id });
    expect(await listDeadJobs(office)).toEqual([]);
    let done = 0;
    await run(async () => void done++);
    expect(done).toBe(2);
    await expect(retryJob(office, { jobId: dead[0]?.id })).rejects.toMatchObject({ reason: 'no-such-job' });
    await expect(retryJob(office, { jobId: 'boh' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a job that waits for its next attempt is none of them', async () => {
    await addJob(db, 'mail.send', {}, { attempts: 2 });
    await run(failing);
    expect(await listDeadJobs(office)).toEqual([]);
    const [{ id } = { id: '' }] = await db.execute<{ id: string }>(
      sql`select id::text from graphile_worker._private_jobs`,
    );
    await expect(retryJob(office, { jobId: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
