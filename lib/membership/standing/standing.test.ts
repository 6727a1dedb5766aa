import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { address, membershipStep, person, seat } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import {
  act,
  contact,
  fileAct,
  filesDir,
  linkFor,
  organizationOf,
  pdf,
  plantApplication,
  plantCommune,
} from '@/lib/testing/adhesion-stage';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { addActFile } from '../acts/add-act-file';
import { saveAct } from '../acts/save-act';
import { sendAct } from '../acts/send-act';
import { confirmAddress } from '../applying/confirm-address';
import { admit } from '../examining/admit';
import { listHistory } from '../queries';
import { roll } from '../rolls/queries';
import { takeStep } from '../take-step';
import { endDue } from './end-due';
import { mergeInto } from './merge-into';
import { openWithdrawal } from './open-withdrawal';

const { db } = await testDatabase();
const now = new Date('2026-12-01T09:00:00Z');
const nobody: Context = { db, now, actor: anonymous };
let world: World;
let olga: Context;
let rita: Context;
let vimodrone: string;
let count = 0;

beforeAll(async () => {
  world = await createWorld(db);
  olga = { db, now, actor: world.actors.olga };
  rita = { db, now, actor: world.actors.rita };
});

/** Each test has a commune of its own. */
let name: string;
beforeEach(async () => {
  count += 1;
  name = `Prova${count}`;
  vimodrone = await plantCommune(nobody, name, `Z${String(count).padStart(3, '0')}`);
});

describe('life of a membership', () => {
  async function member(): Promise<string> {
    const word = await plantApplication(nobody, vimodrone, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    await takeStep(olga, { organizationId, deed: 'verify' });
    await admit(olga, { organizationId });
    return organizationId;
  }

  test('a withdrawal is filed by act, runs its notice and ends on its day; a return begins anew', async () => {
    const organizationId = await member();
    const own = { ...rita, actor: { ...world.actors.rita, seat: { ...world.actors.rita.seat } } };
    const seatThere = {
      ...own.actor.seat,
      organization: { ...own.actor.seat.organization, id: organizationId },
    };
    const referent: Context = { ...own, actor: { ...own.actor, seat: seatThere, seats: [seatThere] } };
    await openWithdrawal(referent, { organizationId });
    await saveAct(referent, { organizationId }, { ...act, number: '200' });
    await addActFile(referent, { organizationId }, { name: 'recesso.pdf', bytes: pdf, signer: '' }, filesDir);
    await sendAct(referent, { organizationId });
    const [notice] = (await listHistory(olga, organizationId)).slice(-1);
    expect([notice?.deed, notice?.termOn]).toEqual(['withdraw', '2027-03-01']);
    const worker = (iso: string): Context => ({
      db,
      now: new Date(iso),
      actor: { kind: 'system', name: 'worker' },
    });
    expect(await endDue(worker('2027-02-28T05:00:00Z'))).toBe(0);
    expect(await endDue(worker('2027-03-02T05:00:00Z'))).toBe(1);
    expect(await endDue(worker('2027-03-02T05:00:00Z'))).toBe(0);
    expect((await organizationOf(nobody, vimodrone)).status).toBe('former');
    const names = async (day: string) => (await roll(nobody, day)).map((row) => row.name);
    expect(await names('2027-02-28')).toContain(`Comune di ${name}`);
    expect(await names('2027-03-01')).not.toContain(`Comune di ${name}`);
    const back = { ...nobody, now: new Date('2028-01-10T09:00:00Z') };
    await confirmAddress(back, linkFor(back, vimodrone, name, 'uno@x.example'));
    expect((await organizationOf(nobody, vimodrone)).status).toBe('former');
  });

  test('two communes become one: history, people and mailboxes pass on', async () => {
    const organizationId = await member();
    const email = `ufficio${count}@x.example`;
    await db.insert(address).values({ email, kind: 'office', organizationId });
    await mergeInto(olga, { organizationId, intoId: world.organizations.segrate });
    expect((await organizationOf(nobody, vimodrone)).status).toBe('former');
    const [box] = await db.select().from(address).where(eq(address.email, email));
    expect(box?.organizationId).toBe(world.organizations.segrate);
    const [moved] = await db
      .select({ id: seat.id })
      .from(seat)
      .innerJoin(person, eq(person.id, seat.personId))
      .where(
        and(eq(person.email, contact.referentEmail), eq(seat.organizationId, world.organizations.segrate)),
      );
    expect(moved).toBeDefined();
    await expect(mergeInto(olga, { organizationId, intoId: organizationId })).rejects.toMatchObject({
      reason: 'merge-into-itself',
    });
  });

  test('the lead body leaves only after another leads', async () => {
    await expect(
      takeStep(olga, { organizationId: world.organizations.sandonato, deed: 'suspend', reason: 'Prova' }),
    ).rejects.toMatchObject({ reason: 'lead-hands-over-first' });
  });

  test('days never run back, and none is written before it comes', async () => {
    const organizationId = await member();
    const suspend = { organizationId, deed: 'suspend', reason: 'Prova' };
    await expect(takeStep(olga, { ...suspend, takenOn: '2026-11-01' })).rejects.toMatchObject({
      reason: 'step-before-last',
    });
    await expect(takeStep(olga, { ...suspend, takenOn: '2026-12-24' })).rejects.toMatchObject({
      reason: 'step-in-future',
    });
    await takeStep(olga, suspend);
    expect((await organizationOf(nobody, vimodrone)).status).toBe('suspended');
    expect(await db.$count(membershipStep, eq(membershipStep.organizationId, organizationId))).toBe(5);
  });
});
