import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { areaFollow, delivery, mail, mailStop, person, seat, tagFollow } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { hidePost } from '@/lib/forum/removals/hide-post';
import { showPost } from '@/lib/forum/removals/show-post';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { runJobs } from '@/lib/testing/run-jobs';
import {
  answer,
  at,
  database,
  db,
  deliver,
  open,
  receivers,
  send,
  stage,
  states,
  worker,
} from '@/lib/testing/sending-stage';
import { startSmtpSink } from '@/lib/testing/smtp-sink';
import { type WorldPerson, worldEmail } from '@/lib/testing/world';
import { deliverOne } from './deliver-one';
import { mailShown } from './notices';
import { planCopies } from './plan-copies';

function ofPerson(name: WorldPerson) {
  return eq(areaFollow.personId, stage.world.actors[name].personId);
}

describe('who gets a copy', () => {
  test('E69: everyone who follows and may read, one each, and not the author', async () => {
    expect(await send(await open())).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E69: planned twice, in several areas and by several seats: still one copy', async () => {
    const { rita } = stage.world.actors;
    await db.insert(areaFollow).values({ areaId: stage.world.areas.comuni, personId: rita.personId });
    await db.insert(seat).values({
      personId: rita.personId,
      organizationId: stage.world.organizations.sandonato,
      role: 'operator',
    });
    const post = await open({ areas: ['operatori', 'comuni'] });
    await planCopies(worker(), post.postId);
    expect(await planCopies(worker(), post.postId)).toBe(0);
    await deliver(post);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E60: a copy comes from an area its receiver may read', async () => {
    const follow = (name: WorldPerson) =>
      db
        .insert(areaFollow)
        .values({ areaId: stage.world.areas.scelti, personId: stage.world.actors[name].personId });
    await follow('piero');
    await send(await open({ areas: ['comuni', 'operatori'] }));
    const from = (name: WorldPerson) => {
      const raw = stage.sink.mails.find(({ to }) => to === worldEmail(name))?.raw ?? '';
      return /<(\w+)@liste\.raccordo\.example>\r$/m.exec(raw.slice(raw.search(/^From:/m)))?.[1];
    };
    expect([from('rita'), from('piero')]).toEqual(['comuni', 'operatori']);
  });

  test('E69: choices for areas and tags, own copies, and people the mail was addressed to', async () => {
    const { rita, elena, matteo } = stage.world.actors;
    await db.update(areaFollow).set({ mail: 'first' }).where(ofPerson('rita'));
    await db.update(areaFollow).set({ mail: 'daily' }).where(ofPerson('elena'));
    await db.insert(tagFollow).values({ personId: elena.personId, tag: 'casa', mail: 'every' });
    await db.update(person).set({ ownCopies: true }).where(eq(person.id, matteo.personId));
    const post = await open({ tags: ['casa'] });
    await db.insert(mail).values({
      ...{ outcome: 'posted', postId: post.postId, size: 1, raw: Buffer.from('x') },
      detail: { addressed: [worldEmail('piero'), worldEmail('rita')] },
    });
    await db.update(person).set({ secondCopies: true }).where(eq(person.id, rita.personId));
    expect(await send(post)).toEqual(['elena', 'matteo', 'olga', 'rita']);
    stage.sink.mails.length = 0;
    expect(await send(await answer(post, 'Sì.'))).toEqual(['elena', 'matteo', 'piero']);
    await db.update(areaFollow).set({ mail: 'every' });
    await db.update(person).set({ ownCopies: false, secondCopies: false });
  });

  test('E80: nothing is sent to an address that is stopped, until it is resumed', async () => {
    const email = worldEmail('rita');
    await db.insert(mailStop).values({ email, kind: 'permanent', stoppedAt: new Date() });
    const post = await open();
    expect(await send(post)).toEqual(['elena', 'olga', 'piero']);
    await db.update(mailStop).set({ resumedAt: new Date() });
    expect(await send(await answer(post, 'Sì.'))).toContain('rita');
  });

  test('a post that is out of sight is mailed to nobody, and once it shows to everybody, once', async () => {
    const post = await open();
    await hidePost(at(stage.world.actors.olga), { postId: post.postId, reason: 'Per prova' });
    expect(await send(post)).toEqual([]);
    await showPost(at(stage.world.actors.olga), { postId: post.postId });
    const fact = { name: 'forum.post.shown' as const, version: 1, postId: post.postId };
    await mailShown(worker(), fact);
    await mailShown(worker(), fact);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });
});

test('E90: a copy that stands for itself is sent once, or dropped where it is no longer wanted', async () => {
  const { personId } = stage.world.actors.rita;
  const [wanted, unwanted] = [newId(), newId()];
  const rows = [wanted, unwanted].map((id) => ({ id, personId, email: worldEmail('rita') }));
  await db.insert(delivery).values(rows);
  const message = {
    ...{ from: { name: 'Raccordo', address: 'raccordo@liste.raccordo.example' }, envelopeFrom: '' },
    ...{ to: worldEmail('rita'), subject: '3 novità', text: 'Testo', html: '<p>Testo</p>' },
    ...{ messageId: `${wanted}@liste.raccordo.example`, sentAt: new Date(0), references: [], headers: {} },
  };
  await deliverOne(worker(), wanted, async () => message);
  await deliverOne(worker(), wanted, async () => message);
  await deliverOne(worker(), unwanted, async () => null);
  expect(receivers()).toEqual(['rita']);
  const found = await db.select({ id: delivery.id, state: delivery.state }).from(delivery);
  const stateOf = (id: string) => found.find((row) => row.id === id)?.state;
  expect([stateOf(wanted), stateOf(unwanted)]).toEqual(['sent', 'dropped']);
});

describe('when a copy leaves', () => {
  test('who muted, unsubscribed or lost access since it was planned gets none', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await muteThread(at(stage.world.actors.rita), { threadId: post.threadId });
    await db.update(areaFollow).set({ mail: 'none' }).where(ofPerson('elena'));
    const ofPiero = eq(seat.personId, stage.world.actors.piero.personId);
    await db.update(seat).set({ endedAt: new Date() }).where(ofPiero);
    await deliver(post);
    expect(receivers()).toEqual(['olga']);
    expect(await states(post)).toEqual({ elena: 'dropped', piero: 'dropped', rita: 'dropped', olga: 'sent' });
    await db.update(areaFollow).set({ mail: 'every' });
    await db.update(seat).set({ endedAt: null }).where(ofPiero);
  });

  test('copies whose thread was merged meanwhile leave with the thread it became', async () => {
    const post = await open();
    const other = await open();
    await planCopies(worker(), post.postId);
    const merging = { threadId: post.threadId, into: other.threadId, reason: 'Lo stesso tema' };
    await mergeThreads(at(stage.world.actors.olga), merging);
    await hurryJobs(database);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E68: a post hidden since it was planned is sent to nobody, and to everybody once it shows again', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await hidePost(at(stage.world.actors.olga), { postId: post.postId, reason: 'Per prova' });
    await deliver(post);
    expect(receivers()).toEqual([]);
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['dropped']));
    await showPost(at(stage.world.actors.olga), { postId: post.postId });
    await mailShown(worker(), { name: 'forum.post.shown', version: 1, postId: post.postId });
    await runJobs(database);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E67, E70: while the server is away all copies wait; what surely did not leave is not counted', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await stage.sink.stop();
    await expect(deliver(post)).rejects.toThrow('ECONNREFUSED');
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['waiting']));
    stage.sink = await startSmtpSink(stage.sink.port);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['sent']));
  });

  test('E67, E70: a copy whose acceptance nobody knows is repeated with the same Message-ID, and counted', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    const only = and(eq(delivery.postId, post.postId), sql`${delivery.email} <> ${worldEmail('rita')}`);
    await db.delete(delivery).where(only);
    stage.sink.breaks = 1;
    await expect(deliver(post)).rejects.toThrow();
    expect(await states(post)).toEqual({ rita: 'sending' });
    await deliver(post);
    expect(await states(post)).toEqual({ rita: 'sent again' });
    const ids = stage.sink.mails.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
