import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { areaFollow, membershipReminder, person } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { listCaught } from '@/lib/platform/mail/caught';
import {
  contact,
  fileAct,
  organizationOf,
  plantApplication,
  plantCommune,
} from '@/lib/testing/adhesion-stage';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { beginApplication } from '../applying/begin-application';
import { admit } from '../examining/admit';
import { takeStep } from '../take-step';
import { remind } from './notices';

const database = await testDatabase();
const { db } = database;
const folder = await localMail();
const now = new Date('2026-12-01T09:00:00Z');
const nobody: Context = { db, now, actor: anonymous };
const clock = (day: string): Context => ({
  db,
  now: new Date(`${day}T07:00:00Z`),
  actor: { kind: 'system', name: 'worker' },
});
let world: World;
let olga: Context;
let count = 0;
let name: string;
let communeId: string;

beforeAll(async () => {
  world = await createWorld(db);
  olga = { db, now, actor: world.actors.olga };
});

beforeEach(async () => {
  count += 1;
  name = `Detta${count}`;
  communeId = await plantCommune(nobody, name, `Y${String(count).padStart(3, '0')}`);
});

const applicant = () => `protocollo@${name.toLowerCase()}.example`;

/** Subjects to an address, in the order they came. */
async function subjectsTo(email: string): Promise<string[]> {
  await runJobs(database);
  const caught = await listCaught(folder);
  return caught.toReversed().flatMap(({ to, subject }) => (to === email ? [subject] : []));
}

test('a confirming mail carries all that was typed, and nothing of it waits readable', async () => {
  await beginApplication(nobody, { communeId, email: applicant(), clientAddress: '192.0.2.9' }, 'it');
  const jobs = await db.execute<{ payload: string }>(
    'select payload::text from graphile_worker._private_jobs' as never,
  );
  expect(jobs.map(({ payload }) => payload).join()).not.toContain(applicant());
  expect(await subjectsTo(applicant())).toEqual([
    `Confermare l’indirizzo per l’adesione del Comune di ${name}`,
  ]);
});

describe('each step is told to both sides', () => {
  test('from the application to the admission, each with where to go on; whoever did it is not told', async () => {
    const word = await plantApplication(nobody, communeId, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, communeId);
    await takeStep(olga, { organizationId, deed: 'ask', reason: 'Manca la firma', termOn: '2026-12-18' });
    const whole = `Comune di ${name}`;
    expect(await subjectsTo(applicant())).toEqual([
      `Domanda di adesione aperta: ${whole}`,
      `Delibera ricevuta: ${whole}`,
      `Serve un’integrazione: ${whole}`,
    ]);
    expect(await subjectsTo(worldEmail('olga'))).toEqual([
      `Adesioni, ${whole}: domanda aperta`,
      `Adesioni, ${whole}: delibera inviata`,
    ]);
    const [asked] = (await listCaught(folder)).filter(({ subject }) => subject.startsWith('Serve'));
    expect(asked?.text).toContain(`/adesione/domanda/${word}`);
    expect(asked?.text).toContain('Manca la firma');
    expect(asked?.text).toContain('venerdì 18 dicembre 2026');
  });

  test('whoever is admitted is welcomed, the referent invited, and follows what they may read', async () => {
    const word = await plantApplication(nobody, communeId, name);
    await fileAct(nobody, word);
    const { id: organizationId, name: whole } = await organizationOf(nobody, communeId);
    await takeStep(olga, { organizationId, deed: 'verify' });
    await admit(olga, { organizationId });
    expect(await subjectsTo(applicant())).toContain(`Ammissione alla rete: ${whole}`);
    expect(await subjectsTo(contact.referentEmail)).toContain(`Invito in Raccordo per ${whole}`);
    const [referent] = await db.select().from(person).where(eq(person.email, contact.referentEmail));
    const follows = await db
      .select()
      .from(areaFollow)
      .where(eq(areaFollow.personId, referent?.id ?? ''));
    const { operatori, comuni, novita } = world.areas;
    expect(follows.map(({ areaId }) => areaId).toSorted()).toEqual([operatori, comuni, novita].toSorted());
  });
});

test('a term is reminded of before and after it, once each, and nothing lapses by itself', async () => {
  const word = await plantApplication(nobody, communeId, name);
  await fileAct(nobody, word);
  const { id: organizationId, name: whole } = await organizationOf(nobody, communeId);
  const { stepId } = await takeStep(olga, {
    organizationId,
    deed: 'ask',
    reason: 'Manca',
    termOn: '2026-12-18',
  });
  const reminders = async () =>
    (await subjectsTo(applicant())).filter((subject) => subject.startsWith('Il termine'));
  await remind(clock('2026-12-08'));
  expect(await reminders()).toEqual([]);
  for (const day of ['2026-12-09', '2026-12-09', '2026-12-17', '2026-12-18', '2026-12-23', '2027-01-20'])
    await remind(clock(day));
  expect(await reminders()).toEqual([
    `Il termine si avvicina: ${whole}`,
    `Il termine si avvicina: ${whole}`,
    `Il termine è passato: ${whole}`,
  ]);
  const sent = await db.select().from(membershipReminder).where(eq(membershipReminder.stepId, stepId));
  expect(sent.map(({ days }) => days).toSorted((one, other) => one - other)).toEqual([-7, -1, 3]);
});
