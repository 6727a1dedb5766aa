import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import {
  byToken,
  copyId,
  domain,
  judgeTold,
  now,
  rita,
  type Told,
  threadId,
  token,
} from '@/lib/testing/judge-told';
import { copyRow, strangerRow } from '@/lib/testing/known-rows';
import { signId } from '../tokens/sign-id';
import type { Known } from './model';

describe('E91: commands', () => {
  const command = (rest: object) => ({ outcome: 'command', command: { personId: 'rita', ...rest } });
  const segrate = {
    id: 'segrate',
    slug: 'segrate',
    name: 'Segrate',
    kind: 'commune' as const,
    hasLeft: false,
  };
  const office = strangerRow({ kind: 'office', verified: true, office: segrate });
  test.each<[title: string, told: Told, rows: Partial<Known>, wanted: object]>([
    [
      'E64 E91: List-Unsubscribe by mail',
      { to: token, subject: 'unsubscribe', body: '' },
      byToken,
      command({ name: 'stop', copyId }),
    ],
    [
      'E91: from an address nobody knows, by the token',
      { to: token, subject: 'unsubscribe', body: '' },
      { ...byToken, sender: strangerRow() },
      command({ name: 'stop', copyId }),
    ],
    [
      'E91: to the copy of somebody else, who passed it on',
      { to: token, subject: 'unsubscribe', body: '' },
      { ...byToken, copies: [copyRow(now, { id: copyId, personId: 'elena', threadId })] },
      command({ name: 'unsubscribe', areaId: 'operatori', threadId }),
    ],
    ...[
      { subject: 'cancellami', body: '--\nComune di Segrate' },
      { subject: 'silenzia', body: '' },
      { body: 'Riepilogo giornaliero' },
    ].map((told): [string, Told, Partial<Known>, object] => [
      `E91: of an office: ${told.subject ?? told.body}`,
      told,
      { sender: office },
      command({ name: 'help', personId: null }),
    ]),
    [
      'E91: to an area',
      { subject: 'cancellami' },
      {},
      command({ name: 'unsubscribe', areaId: 'operatori', threadId: null }),
    ],
    [
      'E91: to nobody of ours',
      { to: 'x@y.example', subject: 'stop' },
      {},
      command({ name: 'unsubscribe', areaId: null, threadId: null }),
    ],
    [
      'E91: a stranger without a copy',
      { subject: 'cancellami' },
      { sender: strangerRow() },
      { outcome: 'refused', reason: 'stranger' },
    ],
    [
      'E90 E91: a digest',
      { to: token, body: 'stop' },
      { copies: [copyRow(now, { id: copyId, personId: 'rita', digestId: 'd', threadId: null })] },
      command({ name: 'stop', copyId }),
    ],
    ['E91: mute', { to: token, body: 'silenzia' }, byToken, command({ name: 'mute', threadId })],
    ['E91: mute without a thread', { body: 'silenzia' }, {}, command({ name: 'help' })],
    [
      'E91: choose',
      { body: 'Riepilogo settimanale' },
      {},
      command({ name: 'choose', areaId: 'operatori', choice: 'weekly' }),
    ],
    ['E91: inside a sentence', { body: 'Stop ai moduli vecchi' }, {}, { outcome: 'new-thread' }],
  ])('%s', async (_, told, rows, wanted) => {
    expect(await judgeTold(told, rows)).toMatchObject(wanted);
  });

  const mailId = newId();
  const held = `m-${signId('held', mailId)}@${domain}`;
  test.each([
    ['Approva', rita, command({ name: 'release', mailId })],
    ['Rifiuta: pubblicità', rita, command({ name: 'refuse-held', mailId })],
    ['Che cos’è?', rita, command({ name: 'help', heldMailId: mailId })],
    ['Approva', strangerRow(), { outcome: 'refused' }],
  ])('E91: a held mail is decided on by an answer: %s', async (body, sender, wanted) => {
    expect(await judgeTold({ to: held, body }, { sender })).toMatchObject(wanted);
  });
});
