import { describe, expect, test } from 'vitest';
import {
  asRita,
  byToken,
  copyId,
  judgeTold,
  now,
  rita,
  type Told,
  thread,
  threadId,
  token,
} from '@/lib/testing/judge-told';
import { areaRow, copyRow, strangerRow } from '@/lib/testing/known-rows';

describe('spoofing', () => {
  const failed = { spf: 'fail', dkim: 'none', dmarc: 'fail' };
  const spoofed = { outcome: 'held', reason: 'spoofed' };

  test('E13: DMARC failed: held under the name it claims, never lost', async () => {
    expect(await judgeTold({}, {}, { authentication: failed })).toMatchObject({ ...spoofed, author: asRita });
  });

  test.each(['temperror', 'permerror'])('E13: DMARC %s proves nothing: held as well', async (dmarc) => {
    const authentication = { ...failed, dmarc };
    expect(await judgeTold({}, {}, { authentication })).toMatchObject({ ...spoofed, author: asRita });
  });

  test('E13: also of strangers and of who could not sign', async () => {
    for (const sender of [strangerRow(), { ...rita, verified: false }]) {
      const judged = await judgeTold({}, { sender }, { authentication: failed });
      expect(judged).toMatchObject({ ...spoofed, author: { kind: 'outsider' } });
    }
  });

  test('E13: nothing is done by command, and nothing answered', async () => {
    const authentication = failed;
    expect(await judgeTold({ subject: 'cancellami' }, {}, { authentication })).toMatchObject(spoofed);
    expect(await judgeTold({ to: 'x@y.example' }, {}, { authentication })).toMatchObject({ answer: false });
  });

  const passed = (from: string | null) => ({ spf: 'pass', dkim: 'pass', dmarc: 'pass', from });
  const list = ['List-Post: <mailto:a@evil.example>', 'Reply-To: rita@segrate.example'];
  const claimed = ['X-Original-From: rita@segrate.example', 'Reply-To: rita@segrate.example'];
  const two = 'Rita <rita@segrate.example>, a@evil.example';
  const attacks: [title: string, told: Told, from: string | null | undefined][] = [
    ['the address a Reply-To repeats', { from: 'a@evil.example', head: claimed }, 'a@evil.example'],
    ['whom a list claims to pass on', { from: '"Rita via L" <a@evil.example>', head: list }, undefined],
    ['a second From', { head: ['From: a@evil.example'] }, null],
    ['two addresses in one From', { from: two }, null],
    ['a Sender without From', { from: 'nobody', head: ['Sender: rita@segrate.example'] }, null],
    ['an address written with "at"', { from: 'rita at segrate.example' }, null],
    ['another than the one that was checked', {}, 'a@evil.example'],
  ];

  test.each(attacks)('E10 E13: %s is not the From that was checked', async (_, told, from) => {
    const { from: __, ...rest } = passed(null);
    const authentication = from === undefined ? rest : passed(from);
    expect(await judgeTold(told, {}, { authentication })).toMatchObject(spoofed);
  });

  test('E13: one From, checked, is posted; two are held also where nobody checked', async () => {
    const authentication = passed('rita@segrate.example');
    expect(await judgeTold({}, {}, { authentication })).toMatchObject({ outcome: 'new-thread' });
    expect(await judgeTold({ from: two })).toMatchObject(spoofed);
  });

  test.each([
    ['none', 'held'],
    ['fail', 'held'],
    ['pass', 'new-thread'],
  ])('E93: certified mail whose provider’s signature is %s: %s', async (dkim, outcome) => {
    const from = '"Per conto di: rita@segrate.example" <posta-certificata@pec.example>';
    const head = ['X-Trasporto: posta-certificata', 'Content-Type: multipart/mixed; boundary=b'];
    const inner = 'From: Rita Sala <rita@segrate.example>\nSubject: Un quesito\n\nIl testo';
    const body = `--b\nContent-Type: message/rfc822; name=postacert.eml\n\n${inner}\n--b--`;
    const authentication = { ...passed('posta-certificata@pec.example'), dkim };
    const sender = { ...rita, kind: 'pec' as const };
    expect(await judgeTold({ from, head, body }, { sender }, { authentication })).toMatchObject({ outcome });
  });

  test.each([
    ['E93: both agree', 'pec', 'rita@segrate.example', 'new-thread', null],
    ['E93: another is named', 'pec', 'altri@pec.example', 'held', 'pec-mismatch'],
    ['E93: nobody is named', 'pec', null, 'held', 'pec-mismatch'],
    ['E93: an ordinary address', 'personal', 'rita@segrate.example', 'held', 'pec-mismatch'],
  ] as const)('E93: certified mail, %s', async (_, kind, claim, outcome, reason) => {
    const named = claim ? `"Per conto di: ${claim}" <posta-certificata@pec.example>` : 'x@pec.example';
    const head = ['X-Trasporto: posta-certificata', 'Content-Type: multipart/mixed; boundary=b'];
    const inner = `From: Rita Sala <rita@segrate.example>\nSubject: Un quesito\n\nIl testo`;
    const body = `--b\nContent-Type: message/rfc822; name=postacert.eml\n\n${inner}\n--b--`;
    const judged = await judgeTold({ from: named, head, body }, { sender: { ...rita, kind } });
    expect(judged).toMatchObject(reason ? { outcome, reason, author: asRita } : { outcome });
  });

  test('E93: a certified address nobody verified is held', async () => {
    const from = '"Per conto di: rita@segrate.example" <posta-certificata@pec.example>';
    const head = ['X-Trasporto: posta-certificata'];
    const judged = await judgeTold({ from, head }, { sender: { ...rita, kind: 'pec', verified: false } });
    expect(judged).toMatchObject({ outcome: 'held', reason: 'pec-mismatch' });
  });
});

describe('the reply address of somebody else', () => {
  const copies = [copyRow(now, { id: copyId, personId: 'matteo', threadId })];
  const another = { outcome: 'refused', reason: 'token-of-another', answer: true };

  test('E15: a colleague who may answers as themself', async () => {
    const judged = await judgeTold({ to: token }, { ...byToken, copies });
    expect(judged).toMatchObject({ outcome: 'posted', author: asRita, place: { via: 'token' } });
  });

  test('E15: a stranger, and a member who may not read the thread, are told', async () => {
    expect(await judgeTold({ to: token }, { ...byToken, copies, sender: strangerRow() })).toMatchObject(
      another,
    );
    const threads = [{ ...thread, areas: [areaRow('scelti', { audience: 'chosen' })] }];
    expect(await judgeTold({ to: token }, { copies, threads })).toMatchObject(another);
  });
});
