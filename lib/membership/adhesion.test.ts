import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { interest, person, resolution, seat } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { seal } from '@/lib/core/seal';
import { env } from '@/lib/env';
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
import { addActFile } from './acts/add-act-file';
import { removeActFile } from './acts/remove-act-file';
import { saveAct } from './acts/save-act';
import { sendAct } from './acts/send-act';
import { beginApplication } from './applying/begin-application';
import { confirmAddress } from './applying/confirm-address';
import { confirmInterest } from './applying/confirm-interest';
import { expressInterest } from './applying/express-interest';
import { linkPurpose } from './applying/model';
import { findApplication } from './applying/queries';
import { admit } from './examining/admit';
import { chooseSettings } from './examining/choose-settings';
import { listHistory } from './queries';
import { roll } from './rolls/queries';
import { takeStep } from './take-step';

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

describe('coming in', () => {
  test('from the confirmed address to the admission: the referent is in, and each step is a row', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    const { id: organizationId, status } = await organizationOf(nobody, vimodrone);
    expect(status).toBe('applicant');
    await fileAct(nobody, word);
    await takeStep(olga, { organizationId, deed: 'ask', reason: 'Manca la pagina 2', termOn: '2026-12-18' });
    await expect(sendAct(nobody, { word })).rejects.toMatchObject({ reason: 'act-file-same' });
    expect((await findApplication(nobody, word)).asked).toEqual({
      reason: 'Manca la pagina 2',
      termOn: '2026-12-18',
    });
    // A file is new where it came after the last sending.
    const later = { ...nobody, now: new Date(now.getTime() + 1000) };
    await addActFile(
      later,
      { word },
      { name: 'pagina-2.pdf', bytes: Buffer.concat([pdf, pdf]), signer: '' },
      filesDir,
    );
    await sendAct(later, { word });
    await takeStep(olga, { organizationId, deed: 'verify' });
    await admit(olga, { organizationId });
    const steps = await listHistory(olga, organizationId);
    expect(steps.map(({ deed }) => deed)).toEqual(['request', 'file', 'ask', 'file', 'verify', 'admit']);
    expect(steps.at(-1)?.act).toMatchObject({ organ: 'giunta', number: '118', year: 2026 });
    expect((await roll(nobody)).map(({ name: one }) => one)).toContain(`Comune di ${name}`);
    const [referent] = await db
      .select({ role: seat.role, organizationId: seat.organizationId })
      .from(seat)
      .innerJoin(person, eq(person.id, seat.personId))
      .where(and(eq(person.email, contact.referentEmail), eq(seat.organizationId, organizationId)));
    expect(referent?.role).toBe('referent');
    await expect(
      confirmAddress(nobody, linkFor(nobody, vimodrone, name, 'altro@x.example')),
    ).rejects.toMatchObject({
      reason: 'commune-is-member',
    });
    await expect(
      beginApplication(
        nobody,
        { communeId: vimodrone, email: 'a@x.example', clientAddress: '192.0.2.1' },
        'it',
      ),
    ).rejects.toMatchObject({ reason: 'commune-is-member' });
  });

  test('of two applications for one commune at once one wins, and the other is told', async () => {
    const both = await Promise.allSettled(
      ['uno@x.example', 'due@x.example'].map((email) =>
        confirmAddress(nobody, linkFor(nobody, vimodrone, name, email)),
      ),
    );
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []));
    expect(lost).toEqual(['application-open-elsewhere']);
    const { id } = await organizationOf(nobody, vimodrone);
    expect((await listHistory(olga, id)).map(({ deed }) => deed)).toEqual(['request']);
  });

  test('the same address comes back into the same application', async () => {
    const link = linkFor(nobody, vimodrone, name, 'uno@x.example');
    const word = await confirmAddress(nobody, link);
    expect(await confirmAddress(nobody, link)).toBe(word);
  });

  test('a commune that was only interested keeps its page, and its history goes on', async () => {
    const sovico = await plantCommune(nobody, 'Sovico', 'I878', 'MB');
    await confirmAddress(nobody, linkFor(nobody, sovico, 'Sovico', 'uno@sovico.example'));
    const steps = await listHistory(olga, world.organizations.sovico);
    expect(steps.map(({ deed }) => deed)).toEqual(['express-interest', 'request']);
  });

  test('an expired link, half of one and one of another purpose each say so', async () => {
    const old = { ...nobody, now: new Date(now.getTime() - 86_400_000) };
    const link = linkFor(old, vimodrone, name, 'uno@x.example');
    await expect(confirmAddress(nobody, link)).rejects.toMatchObject({
      code: 'gone',
      reason: 'confirmation-expired',
    });
    await expect(confirmAddress(nobody, link.slice(0, 30))).rejects.toMatchObject({
      reason: 'confirmation-unknown',
    });
    await expect(findApplication(nobody, 'boh')).rejects.toMatchObject({ code: 'not-found' });
    const word = await confirmAddress(nobody, linkFor(nobody, vimodrone, name, 'uno@x.example'));
    const later = { ...nobody, now: new Date(now.getTime() + 181 * 86_400_000) };
    await expect(findApplication(later, word)).rejects.toMatchObject({ reason: 'application-link-expired' });
  });
});

describe('the act', () => {
  test.each([
    ['a session in the future', { sessionOn: '2026-12-24' }, 'session-in-future', 'sessionOn'],
    ['a day that does not exist', { sessionOn: '2026-02-30' }, 'day-invalid', 'sessionOn'],
    [
      'published before its session',
      { publishedFrom: '2026-11-01' },
      'published-before-session',
      'publishedFrom',
    ],
    [
      'enforceable before its session',
      { enforceableOn: '2026-11-01' },
      'enforceable-before-session',
      'enforceableOn',
    ],
    ['no day of enforceability', { enforceableOn: '' }, 'enforceable-missing', 'enforceableOn'],
    ['a number of words', { number: 'centodiciotto' }, 'act-number-invalid', 'number'],
    ['an address that is none', { registerUrl: 'albo' }, 'url-invalid', 'registerUrl'],
  ])('%s is refused beside its field, and what was typed is kept', async (_, wrong, reason, field) => {
    const word = await plantApplication(nobody, vimodrone, name);
    await expect(saveAct(nobody, { word }, { ...act, ...wrong })).rejects.toMatchObject({ reason, field });
    expect((await findApplication(nobody, word)).act).toMatchObject(wrong);
  });

  test('nobody confirms the day of enforceability by not looking', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    const { isEnforceabilityConfirmed: _, ...unconfirmed } = act;
    await expect(saveAct(nobody, { word }, unconfirmed)).rejects.toMatchObject({
      reason: 'enforceable-unconfirmed',
    });
  });

  test('is unique for its organisation, organ, year and number', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    await takeStep(olga, { organizationId, deed: 'refuse', reason: 'Manca lo schema' });
    const again = await confirmAddress(nobody, linkFor(nobody, vimodrone, name, 'uno@x.example'));
    await expect(saveAct(nobody, { word: again }, act)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'act-filed-already',
    });
    await saveAct(nobody, { word: again }, { ...act, organ: 'consiglio' });
    const acts = await db.select().from(resolution).where(eq(resolution.organizationId, organizationId));
    expect(acts).toHaveLength(2);
  });

  test('a file is taken away before it is sent, and not after', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    await saveAct(nobody, { word }, act);
    const given = { name: 'delibera.pdf', bytes: pdf, signer: 'Il Segretario' };
    const first = await addActFile(nobody, { word }, given, filesDir);
    await removeActFile(nobody, { word }, first);
    const second = await addActFile(nobody, { word }, given, filesDir);
    await sendAct(nobody, { word });
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    await expect(removeActFile(nobody, { word }, second)).rejects.toMatchObject({
      reason: 'application-sent',
    });
    await takeStep(olga, { organizationId, deed: 'ask', reason: 'Manca', termOn: '2026-12-18' });
    await expect(removeActFile(nobody, { word }, second)).rejects.toMatchObject({ reason: 'act-file-sent' });
  });
});

describe('examination', () => {
  test('a reason and a term are asked for, and a term that has passed is none', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    const ask = { organizationId, deed: 'ask', reason: 'Manca', termOn: '2026-12-18' };
    await expect(takeStep(olga, { ...ask, reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
    await expect(takeStep(olga, { ...ask, termOn: '' })).rejects.toMatchObject({ reason: 'term-missing' });
    await expect(takeStep(olga, { ...ask, termOn: '2026-12-01' })).rejects.toMatchObject({
      reason: 'term-past',
    });
    await expect(takeStep(rita, ask)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('two decisions at once: one is taken, the other is told that things have changed', async () => {
    const word = await plantApplication(nobody, vimodrone, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    const both = await Promise.allSettled([
      takeStep(olga, { organizationId, deed: 'verify' }),
      takeStep(olga, { organizationId, deed: 'verify' }),
    ]);
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []));
    expect(lost).toEqual(['step-not-from-here']);
  });

  test('with four eyes whoever verified does not admit, and nothing is left half done', async () => {
    await chooseSettings(olga, { fourEyes: true });
    const word = await plantApplication(nobody, vimodrone, name);
    await fileAct(nobody, word);
    const { id: organizationId } = await organizationOf(nobody, vimodrone);
    await takeStep(olga, { organizationId, deed: 'verify' });
    await expect(admit(olga, { organizationId })).rejects.toMatchObject({ reason: 'four-eyes' });
    expect((await listHistory(olga, organizationId)).at(-1)?.deed).toBe('verify');
    const second = { ...world.actors.olga, personId: world.actors.ada.personId };
    await admit({ ...olga, actor: second }, { organizationId });
    expect((await listHistory(olga, organizationId)).at(-1)?.deed).toBe('admit');
    await chooseSettings(olga, { fourEyes: false });
  });
});

test('an interest is written once its address is confirmed, and once', async () => {
  await expressInterest(
    nobody,
    {
      kind: 'institution',
      name: 'ASST Prova',
      email: 'urp@asst.example',
      contactName: 'Ida',
      message: '',
      clientAddress: '192.0.2.2',
    },
    'it',
  );
  expect(await db.$count(interest)).toBe(0);
  const link = {
    for: 'interest',
    kind: 'institution',
    name: 'ASST Prova',
    contactName: 'Ida Ferri',
    message: 'Come si fa?',
  };
  const sealed = seal(
    JSON.stringify({ ...link, email: 'urp@asst.example', locale: 'it', until: now.getTime() + 1000 }),
    linkPurpose,
    env().authSecret,
  );
  await confirmInterest(nobody, sealed);
  await confirmInterest(nobody, sealed);
  expect(await db.$count(interest)).toBe(1);
});

test('an address of a free provider is no address of an office, and a program gets no mail', async () => {
  const ask = { communeId: vimodrone, clientAddress: '192.0.2.3' };
  await expect(beginApplication(nobody, { ...ask, email: 'a@gmail.com' }, 'it')).rejects.toMatchObject({
    reason: 'address-not-institutional',
  });
  for (let times = 0; times < 5; times += 1)
    await beginApplication(nobody, { ...ask, email: 'molti@x.example', website: 'http://spam' }, 'it');
  await expect(beginApplication(nobody, { ...ask, email: 'molti@x.example' }, 'it')).rejects.toMatchObject({
    code: 'too-many',
  });
});
