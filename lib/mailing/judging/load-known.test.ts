import { expect, test } from 'vitest';
import { address, delivery } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { parseMail } from '../reading/parse-mail';
import { signId } from '../tokens/sign-id';
import { judgeMail } from './judge-mail';
import { loadKnown } from './load-known';
import type { Envelope } from './model';

const { db } = await testDatabase();
const world = await createWorld(db);
const now = new Date('2026-11-24T12:00:00Z');
const ctx = { db, actor: { kind: 'system', name: 'worker' } as const, now };
const { rita, matteo } = world.actors;
const recent = { text: 'Come si fa?', at: new Date('2026-11-20T08:00:00Z') };
const planted = await plantThread(db, {
  ...{ areas: [world.areas.operatori], title: 'Idoneità alloggiativa', author: rita },
  posts: [recent, { ...recent, author: matteo, text: 'Così.' }],
});

const noEnvelope: Envelope = { from: null, to: [], authentication: null };

async function judge(lines: string[], envelope: Partial<Envelope> = {}, body = 'Grazie, proverò.') {
  const raw = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
  const mail = await parseMail(raw, { receivedAt: now, now });
  const whole = { ...noEnvelope, ...envelope };
  return judgeMail(mail, whole, await loadKnown(ctx, mail, whole), now);
}

const fromRita = `From: Rita Sala <${worldEmail('rita')}>`;
const toArea = 'To: Operatori <Operatori@Liste.Raccordo.example>';

test('E30: a known sender and the address of an area open a thread', async () => {
  expect(await judge([fromRita, toArea, 'Subject: Nuovo modulo', 'Message-ID: <a@x>'])).toEqual({
    outcome: 'new-thread',
    author: { kind: 'person', personId: rita.personId, seatId: rita.seat.id },
    place: {
      ...{ kind: 'thread', areaIds: [world.areas.operatori], title: 'Nuovo modulo' },
      ...{ similarThreadId: null, formerThreadId: null },
    },
  });
});

test('E30 E31 E61: a token, In-Reply-To, an id of the provider and the root each find the thread', async () => {
  const copyId = newId();
  const [row] = await db
    .insert(delivery)
    .values({ id: copyId, personId: rita.personId, email: worldEmail('rita'), postId: await firstPost() })
    .returning();
  await db.update(delivery).set({ providerMessageId: '0102-ses-000000', state: 'sent' });
  const token = `r-${signId('reply', copyId)}@liste.raccordo.example`;
  const cases: [lines: string[], via: string, envelope?: Partial<Envelope>][] = [
    [['To: somebody@x.example'], 'token', { to: [token] }],
    [[`To: ${token}`], 'token'],
    [[toArea, `In-Reply-To: <${planted.messageId}>`], 'in-reply-to'],
    [[toArea, `References: <other@x> <${planted.messageId}>`], 'references'],
    [[toArea, 'In-Reply-To: <0102-ses-000000@eu-west-1.amazonses.com>'], 'in-reply-to'],
    [[toArea, `References: <topic.${planted.id}@liste.raccordo.example> <lost@x>`], 'root'],
    [[toArea, 'Subject: R: Idoneità alloggiativa'], 'subject'],
  ];
  for (const [lines, via, envelope] of cases) {
    const judged = await judge([fromRita, 'Message-ID: <a@x>', ...lines], envelope);
    expect(judged, via).toMatchObject({ outcome: 'posted', place: { threadId: planted.id, via } });
  }
  expect(row?.id).toBe(copyId);
});

async function firstPost(): Promise<string> {
  return planted.messageId.replace(/@.*$/, '');
}

test('E16 E25: strangers, organisations known by their domain, and our own mails', async () => {
  expect(await judge(['From: x@y.example', toArea, 'Subject: Ciao a tutti'])).toMatchObject({
    ...{ outcome: 'refused', reason: 'stranger', answer: true, personId: null },
  });
  expect(await judge(['From: x@uff.segrate.example', toArea, 'Subject: Ciao a tutti'])).toMatchObject({
    ...{ outcome: 'held', reason: 'outside-mailbox' },
    author: {
      kind: 'outsider',
      address: 'x@uff.segrate.example',
      organizationId: world.organizations.segrate,
    },
  });
  expect(await judge([fromRita, toArea, 'Subject: x', 'X-Loop: operatori@liste.raccordo.example'])).toEqual({
    ...{ outcome: 'automatic', reason: 'loop' },
  });
});

test('E17 E11: who left is refused; a shared mailbox signs as the office', async () => {
  const office = { email: 'stranieri@segrate.example', kind: 'office' as const, verifiedAt: now };
  await db.insert(address).values({ ...office, organizationId: world.organizations.segrate });
  expect(await judge(['From: stranieri@segrate.example', toArea, 'Subject: Orari'])).toMatchObject({
    ...{ outcome: 'new-thread', author: { kind: 'office', organizationId: world.organizations.segrate } },
  });
});
