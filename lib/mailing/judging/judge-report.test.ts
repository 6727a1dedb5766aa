import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { copyRow, knownFor, noEnvelope } from '@/lib/testing/known-rows';
import { parseMail } from '../reading/parse-mail';
import { signId } from '../tokens/sign-id';
import { judgeMail } from './judge-mail';
import type { DeliveryReport, KnownCopy } from './model';

const now = new Date('2026-11-24T12:00:00Z');
const copyId = newId();
const messageId = '0192f0aa-0000-7000-8000-000000000001@liste.raccordo.example';
const matteo = copyRow(now, { id: copyId, email: 'matteo@segrate.example', messageId });
const rita = copyRow(now, { id: newId(), email: 'Rita@segrate.example', messageId });

/** `reply` addresses and ways back of the copy stand where the mail says TOKEN. */
async function judge(name: string, copies: KnownCopy[] = [matteo]) {
  const source = await readFile(new URL(`../fixtures/mails/${name}.eml`, import.meta.url), 'utf8');
  const signed = source
    .replaceAll('b-TOKEN', `b-${signId('bounce', copyId)}`)
    .replaceAll('r-TOKEN', `r-${signId('reply', copyId)}`);
  const mail = await parseMail(Buffer.from(signed), { receivedAt: now, now });
  const judged = judgeMail(mail, noEnvelope, knownFor(mail, noEnvelope, { copies }), now);
  if (judged.outcome !== 'bounce') return judged;
  return { ...judged, reports: judged.reports.map(({ diagnostic: _, ...report }) => report) };
}

type Failure = Omit<DeliveryReport, 'diagnostic'>;
const failed = (rest: Partial<Failure> = {}): Failure => ({
  ...{ deliveryId: copyId, email: 'matteo@segrate.example', kind: 'permanent', status: '5.1.1' },
  ...rest,
});

const reports: [title: string, name: string, reason: string, failures: Failure[]][] = [
  ['E82: Postfix', 'bounce-postfix', 'delivery-report', [failed()]],
  [
    'E82: Exchange, by the address in what it returns',
    'bounce-exchange',
    'delivery-report',
    [failed({ status: '5.1.10' })],
  ],
  ['E82: Gmail', 'bounce-gmail', 'delivery-report', [failed()]],
  [
    'E82: the copy is charged though its receiver forwards mail elsewhere',
    'bounce-forwarded',
    'delivery-report',
    [failed({ email: 'privato@posta.example' })],
  ],
  [
    'E82: a status of 4 is soft though the action says failed',
    'bounce-soft-failed',
    'delivery-report',
    [failed({ kind: 'transient', status: '4.2.2' })],
  ],
  [
    'E82: the status stands in the diagnostic',
    'bounce-no-status',
    'delivery-report',
    [failed({ status: '5.4.1' })],
  ],
  ['E82: Exim, in words', 'bounce-exim', 'mailer-daemon', [failed({ status: '5.7.1' })]],
  ['E82: qmail, in words', 'bounce-qmail', 'mailer-daemon', [failed()]],
  ['E80: a complaint', 'complaint', 'complaint', [failed({ kind: 'complaint', status: null })]],
  [
    'E94: a certified mail not delivered',
    'pec-errore-consegna',
    'pec-delivery-error',
    [failed({ status: null })],
  ],
  ['E83: not understood, nobody is charged', 'bounce-not-understood', 'not-understood', []],
];

test.each(reports)('%s', async (_, name, reason, failures) => {
  expect(await judge(name)).toEqual({ outcome: 'bounce', reason, reports: failures });
});

test('E82: two groups of recipients are both read, and each charges its own copy', async () => {
  expect(await judge('bounce-two-groups', [matteo, rita])).toMatchObject({
    reports: [
      { email: 'rita@segrate.example', deliveryId: rita.id, kind: 'transient', status: '4.2.2' },
      { email: 'matteo@segrate.example', deliveryId: copyId, kind: 'permanent', status: '5.1.1' },
    ],
  });
});

test.each(['bounce-postfix', 'bounce-exim', 'complaint', 'pec-errore-consegna', 'bounce-two-groups'])(
  'E83: %s that names no copy of ours charges nobody: anybody can write one',
  async (name) => {
    expect(await judge(name, [])).toEqual({ outcome: 'bounce', reason: 'not-understood', reports: [] });
  },
);

test.each(['report-delivered', 'complaint-not-spam', 'bounce-delayed'])(
  'E23 E80: %s charges nobody',
  async (name) => {
    expect(await judge(name)).toEqual({ outcome: 'automatic', reason: 'report' });
  },
);

test.each([
  ['E20: an absence that answers to the way back', 'Auto-Submitted: auto-replied\n', 'automatic'],
  ['E83: a letter of a person to the way back', '', 'bounce'],
])('%s is no failure of the copy', async (_, head, outcome) => {
  const to = `To: b-${signId('bounce', copyId)}@liste.raccordo.example`;
  const raw = `${head}From: Rita <rita@segrate.example>\n${to}\nSubject: x\n\nSono in ferie.\n`;
  const mail = await parseMail(Buffer.from(raw), { receivedAt: now, now });
  const judged = judgeMail(mail, noEnvelope, knownFor(mail, noEnvelope, { copies: [matteo] }), now);
  expect(judged).toMatchObject(outcome === 'bounce' ? { outcome, reports: [] } : { outcome });
});
