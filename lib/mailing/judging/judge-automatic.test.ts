import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { areas, asRita, domain, judgeTold, now, readTold, rita, type Told } from '@/lib/testing/judge-told';
import { knownFor, noEnvelope, strangerRow } from '@/lib/testing/known-rows';
import { judgeMail } from './judge-mail';

describe('E20–E27: what no person waits for', () => {
  test.each<[title: string, told: Told, wanted: object]>([
    [
      'E20: an automatic answer',
      { head: ['Auto-Submitted: auto-replied'] },
      { outcome: 'automatic', reason: 'auto-submitted' },
    ],
    ['E21: suppression alone', { head: ['X-Auto-Response-Suppress: All'] }, { outcome: 'new-thread' }],
    [
      'E22: a subject alone',
      { subject: 'Fuori sede' },
      { outcome: 'held', reason: 'automatic-subject', author: asRita },
    ],
    [
      'E25: our List-Id',
      { head: [`List-Id: <operatori.${domain}>`] },
      { outcome: 'automatic', reason: 'loop' },
    ],
    ['E25: our X-Loop', { head: [`X-Loop: operatori@${domain}`] }, { outcome: 'automatic', reason: 'loop' }],
    ['E25: X-Raccordo', { head: ['X-Raccordo: post'] }, { outcome: 'automatic', reason: 'loop' }],
    [
      'E25: From an area',
      { from: `Rita Sala <operatori@${domain}>` },
      { outcome: 'automatic', reason: 'loop' },
    ],
    [
      'E25: our headers inside the text are words',
      { body: `X-Loop: operatori@${domain}\nList-Id: <operatori.${domain}>` },
      { outcome: 'new-thread' },
    ],
    [
      'E25: through another list',
      { head: ['List-Id: <altri.example>'] },
      { outcome: 'held', reason: 'foreign-list' },
    ],
    ['E43: nothing but a subject', { body: '' }, { outcome: 'refused', reason: 'empty', answer: true }],
    ['E27: Precedence', { body: '', head: ['Precedence: bulk'] }, { outcome: 'refused', answer: false }],
    ['E27: List-Id', { body: '', head: ['List-Id: <altri.example>'] }, { outcome: 'refused', answer: false }],
    ['E27: Return-Path', { body: '', head: ['Return-Path: <>'] }, { outcome: 'refused', answer: false }],
    [
      'E21: it forbids answers',
      { body: '', head: ['X-Auto-Response-Suppress: OOF'] },
      { outcome: 'refused', answer: false },
    ],
  ])('%s', async (_, told, wanted) => {
    expect(await judgeTold(told)).toMatchObject(wanted);
  });

  test('E25: a mail under one of our Message-IDs is a copy of ours', async () => {
    const mail = await readTold({});
    const copy = { ...mail, messageId: `${newId()}@${domain}` };
    const known = knownFor(copy, noEnvelope, { areas: Object.values(areas), sender: rita });
    expect(judgeMail(copy, noEnvelope, known, now)).toEqual({ outcome: 'automatic', reason: 'loop' });
  });

  test('E27: the null path and our own domain are never answered', async () => {
    expect(await judgeTold({ body: '' }, {}, { from: '' })).toMatchObject({ answer: false });
    const from = `x@${domain}`;
    expect(await judgeTold({ from }, { sender: strangerRow() })).toMatchObject({
      reason: 'stranger',
      answer: false,
    });
  });
});
