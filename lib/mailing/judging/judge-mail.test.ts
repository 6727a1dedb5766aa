import { describe, expect, test } from 'vitest';
import {
  areas,
  asRita,
  byId,
  byToken,
  copyId,
  daysAgo,
  domain,
  judgeTold,
  now,
  type Told,
  thread,
  threadId,
  token,
} from '@/lib/testing/judge-told';
import { areaRow, copyRow, personRow } from '@/lib/testing/known-rows';
import type { Known } from './model';

describe('where', () => {
  const reply = (via: string, replyToId: string | null = 'post') => ({
    ...{ outcome: 'posted', author: asRita },
    place: { kind: 'reply', threadId, replyToId, via },
  });
  const opened = (areaIds: string[], rest: object = {}) => ({
    ...{ outcome: 'new-thread', author: asRita },
    place: {
      kind: 'thread',
      areaIds,
      title: 'Un quesito',
      similarThreadId: null,
      formerThreadId: null,
      ...rest,
    },
  });
  const root = [`References: <topic.${threadId}@${domain}> <lost@x>`];

  test.each<[title: string, told: Told, rows: Partial<Known>, wanted: object]>([
    ['E30: by token', { to: token }, byToken, reply('token')],
    [
      'E30: the token before In-Reply-To',
      { to: token, head: ['In-Reply-To: <parent@x>'] },
      { ...byId, ...byToken },
      reply('token'),
    ],
    ['E30: by In-Reply-To', { head: ['In-Reply-To: <parent@x>'] }, byId, reply('in-reply-to')],
    [
      'E30: by the last known of References',
      { head: ['References: <parent@x> <lost@x>'] },
      byId,
      reply('references'),
    ],
    ['E30: by root', { head: root }, { threads: [thread] }, reply('root', null)],
    [
      'E30: a root of another domain is none',
      { head: [`References: <topic.${threadId}@altro.example>`] },
      { threads: [thread] },
      opened(['operatori']),
    ],
    [
      'E31: by the provider’s id of anybody’s copy',
      { head: ['In-Reply-To: <0102@eu-west-1.amazonses.com>'] },
      {
        copies: [copyRow(now, { personId: 'other', providerMessageId: '0102', threadId })],
        threads: [thread],
      },
      reply('in-reply-to'),
    ],
    [
      'E32: References hold nothing but the provider’s id',
      { head: ['References: <0102@email.amazonses.com>'] },
      { copies: [copyRow(now, { providerMessageId: '0102', threadId })], threads: [thread] },
      reply('references'),
    ],
    [
      'E30: an answer addressed to further areas stays one',
      { to: `comuni@${domain}, operatori@${domain}`, head: ['In-Reply-To: <parent@x>'] },
      byId,
      reply('in-reply-to'),
    ],
    [
      'E30: an answer only to another area opens a thread there',
      { to: `comuni@${domain}`, head: ['In-Reply-To: <parent@x>'] },
      byId,
      opened(['comuni']),
    ],
    [
      'E30: several areas are one thread, the first its home',
      { to: `comuni@${domain}, operatori@${domain}` },
      {},
      opened(['comuni', 'operatori']),
    ],
    [
      'E30: an area only in Delivered-To',
      { to: 'x@y.example', head: [`Delivered-To: operatori@${domain}`] },
      {},
      opened(['operatori']),
    ],
    ['E30: none of ours', { to: 'x@y.example' }, {}, { outcome: 'refused', reason: 'no-area', answer: true }],
    [
      'E61: a broken token',
      { to: token.replace(/^r-./, 'r-7') },
      byToken,
      { outcome: 'refused', reason: 'token-expired' },
    ],
    [
      'E61: an old token',
      { to: token },
      { ...byToken, copies: [copyRow(daysAgo(1200), { id: copyId, threadId })] },
      { outcome: 'refused', reason: 'token-expired' },
    ],
    ['E36: a thread that is gone', { to: token }, {}, { outcome: 'refused', reason: 'thread-gone' }],
    [
      'E90: a digest',
      { to: token },
      { ...byToken, copies: [copyRow(now, { id: copyId, digestId: 'd', postId: null, threadId: null })] },
      { outcome: 'refused', reason: 'digest-answer', answer: true },
    ],
    [
      'E36: a locked thread',
      { head: ['In-Reply-To: <parent@x>'] },
      { ...byId, threads: [{ ...thread, locked: true }] },
      { outcome: 'refused', reason: 'thread-locked', answer: true },
    ],
    [
      'E36: a locked thread and the coordinator',
      { head: ['In-Reply-To: <parent@x>'] },
      { ...byId, sender: personRow('rita', 'coordinator'), threads: [{ ...thread, locked: true }] },
      reply('in-reply-to'),
    ],
    [
      'E36: a thread older than two years',
      { head: ['In-Reply-To: <parent@x>'] },
      { ...byId, threads: [{ ...thread, lastPostAt: daysAgo(731) }] },
      opened(['operatori'], { formerThreadId: threadId }),
    ],
    [
      'E36: a thread older than two years where one may only answer',
      { to: token },
      { ...byToken, threads: [{ ...thread, areas: [areas.novita], lastPostAt: daysAgo(731) }] },
      reply('token'),
    ],
    [
      'E30: a renamed subject opens a thread',
      { subject: 'R: Un quesito (era: Orari estivi)', head: ['In-Reply-To: <parent@x>'] },
      byId,
      opened(['operatori'], { formerThreadId: threadId, title: 'Un quesito (era: Orari estivi)' }),
    ],
    [
      'rights: readers',
      {},
      { sender: personRow('rita', 'reader') },
      { outcome: 'refused', reason: 'readers-do-not-write' },
    ],
    ['rights: news', { to: `novita@${domain}` }, {}, { outcome: 'refused', reason: 'coordinators-only' }],
    [
      'rights: an area of others',
      { to: `scelti@${domain}` },
      { areas: [areaRow('scelti', { audience: 'chosen' })] },
      { outcome: 'refused', reason: 'not-allowed' },
    ],
    ['a subject of two letters', { subject: 'R: Eh' }, {}, { outcome: 'refused', reason: 'title-missing' }],
  ])('%s', async (_, told, rows, wanted) => {
    expect(await judgeTold(told, rows)).toMatchObject(wanted);
  });

  test('more areas than a thread stands in', async () => {
    const many = Array.from({ length: 11 }, (_, index) => areaRow(`a${index}`));
    const to = many.map(({ postingAddress }) => postingAddress).join(', ');
    expect(await judgeTold({ to }, { areas: many })).toMatchObject({
      outcome: 'refused',
      reason: 'too-many-areas',
    });
  });

  test('a title is cut at a word', async () => {
    const judged = await judgeTold({ subject: 'parola '.repeat(60) });
    expect(judged).toMatchObject({ place: { title: 'parola '.repeat(42).trim() } });
  });

  test('a former list hands its mails on to the area it became', async () => {
    const areasNow = [areaRow('operatori', { listIds: ['operatori.vecchia.example'] })];
    const told = { to: 'operatori@vecchia.example', head: ['List-Id: <operatori.vecchia.example>'] };
    expect(await judgeTold(told, { areas: areasNow })).toMatchObject(opened(['operatori']));
  });

  describe('by subject', () => {
    const own = { ...thread, normalizedTitle: 'un quesito', hasSender: true };
    test.each([
      ['E33: the sender takes part in it', own, reply('subject', null)],
      [
        'E33: the sender takes no part',
        { ...own, hasSender: false },
        opened(['operatori'], { similarThreadId: threadId }),
      ],
      [
        'E33: the last post is 30 days old',
        { ...own, lastPostAt: daysAgo(30) },
        opened(['operatori'], { similarThreadId: threadId }),
      ],
      ['E33: another subject', thread, opened(['operatori'])],
      ['E33: another area', { ...own, areas: [areas.comuni] }, opened(['operatori'])],
    ])('%s', async (_, each, wanted) => {
      expect(await judgeTold({ subject: 'RE: Un quesito' }, { threads: [each] })).toMatchObject(wanted);
    });

    test('E33: a thread that the sender may not read is not named', async () => {
      const hidden = { ...own, hasSender: false, areas: [areaRow('operatori', { audience: 'chosen' })] };
      const judged = await judgeTold({ subject: 'Un quesito' }, { threads: [hidden] });
      expect(judged).toMatchObject(opened(['operatori']));
    });
  });
});
