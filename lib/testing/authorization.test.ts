import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { session } from '@/db/schema';
import { makeFeedToken } from '@/lib/auth/make-feed-token';
import { revokeFeedToken } from '@/lib/auth/revoke-feed-token';
import { type Actor, anonymous } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { addArea } from '@/lib/forum/add-area';
import { importArchive } from '@/lib/mailing/archive/import-archive';
import { importOldAddresses } from '@/lib/mailing/archive/import-old-addresses';
import { reparseMails } from '@/lib/mailing/archive/reparse-mails';
import { deliverOne } from '@/lib/mailing/sending/deliver-one';
import { deliverThread } from '@/lib/mailing/sending/deliver-thread';
import { planCopies } from '@/lib/mailing/sending/plan-copies';
import { addOrganization } from '@/lib/people/add-organization';
import { chooseLanguage } from '@/lib/people/choose-language';
import { chooseShortcuts } from '@/lib/people/choose-shortcuts';
import { endSeat } from '@/lib/people/end-seat';
import { invitePerson } from '@/lib/people/invite-person';
import { noteHoliday } from '@/lib/people/note-holiday';
import { revokeSession } from '@/lib/people/revoke-session';
import { switchSeat } from '@/lib/people/switch-seat';
import { updateProfile } from '@/lib/people/update-profile';
import { adhesionRows } from './adhesion-rows';
import type { Row, Stage, TestedRole } from './authorization';
import { testDatabase } from './database';
import { forumRows } from './forum-rows';
import { plantForumStage } from './forum-stage';
import { readTree } from './house/read-modules';
import { mailRows } from './mail-rows';
import { officeRows } from './office-rows';
import { searchRows } from './search-rows';
import { seatRows } from './seat-rows';
import { createWorld } from './world';

const members: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer', 'admin'];
const outside: TestedRole[] = ['system'];
const nowhere = '/nowhere.mbox';

/** Every deed, in every role. What asks for nobody's leave (signing in and out) is `open` below. */
const rows: Row[] = [
  ...adhesionRows,
  ...forumRows,
  ...mailRows,
  ...officeRows,
  ...searchRows,
  ...seatRows,
  {
    file: 'lib/forum/add-area.ts',
    act: 'open an area',
    run: (ctx) =>
      addArea(ctx, { slug: 'nuova', name: 'Nuova', postingAddress: 'nuova@liste.raccordo.example' }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/mailing/archive/import-archive.ts',
    act: 'import an archive',
    run: (ctx) => importArchive(ctx, { file: nowhere }, { filesDir: '/nowhere' }),
    allowed: outside,
  },
  {
    file: 'lib/mailing/archive/import-old-addresses.ts',
    act: 'import old addresses',
    run: (ctx) => importOldAddresses(ctx, { file: nowhere }),
    allowed: outside,
  },
  {
    file: 'lib/mailing/archive/reparse-mails.ts',
    act: 'derive texts again',
    run: (ctx) => reparseMails(ctx),
    allowed: outside,
  },
  {
    file: 'lib/people/add-organization.ts',
    act: 'add an organisation',
    run: (ctx) =>
      addOrganization(ctx, {
        slug: 'nuovo',
        name: 'Comune Nuovo',
        kind: 'commune',
        status: 'member',
        lead: false,
      }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/people/invite-person.ts',
    act: 'invite an operator of Segrate',
    run: (ctx) =>
      invitePerson(ctx, { email: 'nuova@segrate.example', organization: 'segrate', role: 'operator' }),
    allowed: ['referent', 'coordinator', 'system'],
  },
  {
    file: 'lib/people/invite-person.ts',
    act: 'invite a technical administrator',
    run: (ctx) =>
      invitePerson(ctx, { email: 'nuova@segrate.example', organization: 'segrate', role: 'admin' }),
    allowed: outside,
  },
  {
    file: 'lib/people/end-seat.ts',
    act: 'end the seat of an operator of Segrate',
    run: (ctx, { world }) => endSeat(ctx, { seatId: world.actors.matteo.seat.id }),
    allowed: ['referent', 'coordinator', 'system'],
  },
  {
    file: 'lib/auth/make-feed-token.ts',
    act: 'make own feed addresses',
    run: (ctx) => makeFeedToken(ctx),
    allowed: members,
  },
  {
    file: 'lib/auth/revoke-feed-token.ts',
    act: 'revoke own feed addresses',
    run: (ctx) => revokeFeedToken(ctx),
    allowed: members,
  },
  {
    file: 'lib/mailing/sending/plan-copies.ts',
    act: 'plan the copies of a post',
    run: (ctx, { otherPost }) => planCopies(ctx, otherPost),
    allowed: ['system'],
  },
  {
    file: 'lib/mailing/sending/deliver-thread.ts',
    act: 'send the copies of a thread',
    run: (ctx, { thread }) => deliverThread(ctx, { threadId: thread }),
    allowed: ['system'],
  },
  {
    file: 'lib/mailing/sending/deliver-one.ts',
    act: 'send a single copy',
    run: (ctx) => deliverOne(ctx, newId(), async () => null),
    allowed: ['system'],
  },
  {
    file: 'lib/people/choose-language.ts',
    act: 'choose the own language',
    run: (ctx) => chooseLanguage(ctx, { locale: 'en' }),
    allowed: members,
  },
  {
    file: 'lib/people/note-holiday.ts',
    act: 'leave a note for the own holiday',
    run: (ctx) => noteHoliday(ctx, { note: 'In ferie', until: '2026-09-20' }),
    allowed: members,
  },
  {
    file: 'lib/people/choose-shortcuts.ts',
    act: 'switch the own shortcuts on',
    run: (ctx) => chooseShortcuts(ctx, { shortcuts: true }),
    allowed: members,
  },
  {
    file: 'lib/people/update-profile.ts',
    act: 'change the own profile',
    run: (ctx) => updateProfile(ctx, { name: 'Nome Nuovo', phone: '', signature: '', locale: '' }),
    allowed: members,
  },
  {
    file: 'lib/people/switch-seat.ts',
    act: 'choose the own seat',
    run: (ctx, { ownSession }) =>
      switchSeat(ctx, { seatId: seatOf(ctx.actor), sessionId: ownSession(ctx.actor) }),
    allowed: members,
  },
  {
    file: 'lib/people/revoke-session.ts',
    act: 'end an own session',
    run: (ctx, { ownSession }) => revokeSession(ctx, { sessionId: ownSession(ctx.actor) }),
    allowed: members,
  },
];

/** Signing in and out, what a signed link of a mail allows by itself, and what only deeds and the worker call once a deed has been allowed. */
const open = [
  'lib/auth/clean-expired.ts',
  'lib/auth/complete-sign-in.ts',
  'lib/auth/count-attempt.ts',
  'lib/auth/create-sign-in-link.ts',
  'lib/auth/end-session.ts',
  'lib/auth/is-link-valid.ts',
  'lib/auth/request-sign-in.ts',
  'lib/auth/send-sign-in-link.ts',
  'lib/forum/files/read-file-text.ts',
  'lib/mailing/bouncing/note-bounce.ts',
  'lib/mailing/bouncing/note-suppression.ts',
  'lib/mailing/choosing/choose-by-copy.ts',
  'lib/mailing/deciding/decide-mail.ts',
  'lib/mailing/judging/find-sender.ts',
  'lib/mailing/judging/load-known.ts',
  'lib/mailing/receiving/fetch-received.ts',
  'lib/mailing/receiving/handle-event.ts',
  'lib/mailing/digesting/deliver-digest.ts',
  'lib/mailing/digesting/load-sections.ts',
  'lib/mailing/digesting/make-digests.ts',
  'lib/mailing/digesting/plan-digest.ts',
  // The second half of signing in: whose session it is stands in it; codes are counted and proved there.
  'lib/auth/second-factor/begin-second-factor.ts',
  'lib/auth/second-factor/confirm-second-factor.ts',
  'lib/auth/second-factor/prove-second-factor.ts',
  'lib/auth/second-factor/redeem-code.ts',
  'lib/auth/second-factor/remove-second-factor.ts',
  'lib/auth/second-factor/renew-recovery-codes.ts',
  'lib/auth/second-factor/tell-second-factor.ts',
  // Whoever wants to join has no account: a sealed link of a mail, or the link of the application, lets them in.
  'lib/membership/acts/find-writable.ts',
  'lib/membership/acts/write-act.ts',
  'lib/membership/applying/begin-application.ts',
  'lib/membership/applying/confirm-address.ts',
  'lib/membership/applying/confirm-interest.ts',
  'lib/membership/applying/express-interest.ts',
  'lib/membership/applying/save-contact.ts',
  'lib/membership/applying/send-confirmation.ts',
  'lib/membership/write-step.ts',
  'lib/membership/applying/find-paper-data.ts',
  'lib/registry/load-base.ts',
  'lib/people/seats/accept-invitations.ts',
];

const { db } = await testDatabase();
const now = new Date('2026-09-10T09:00:00Z');
let stage: Stage;
let actors: Record<TestedRole, Actor>;

beforeAll(async () => {
  const world = await createWorld(db);
  const { elena, matteo, rita, olga, piero, ada } = world.actors;
  const system: Actor = { kind: 'system', name: 'command-line' };
  actors = {
    ...{ anonymous, system, reader: elena, operator: matteo, referent: rita },
    ...{ coordinator: olga, officer: piero, admin: ada },
  };
  const sessions = new Map<string, string>();
  for (const { personId } of Object.values(world.actors)) {
    const id = newId();
    await db
      .insert(session)
      .values({ id, userId: personId, sessionToken: id, expires: new Date('2027-01-01') });
    sessions.set(personId, id);
  }
  const ownSession = (actor: Actor) => (actor.kind === 'member' && sessions.get(actor.personId)) || newId();
  stage = { world, ...(await plantForumStage(db, world, now)), ownSession };
});

function seatOf(actor: Actor): string {
  return actor.kind === 'member' ? actor.seat.id : newId();
}

class Undone extends Error {}

/** Whether the deed let this actor in; what it wrote is taken back, so that rows do not depend on each other. */
async function letsIn(row: Row, actor: Actor): Promise<boolean> {
  let verdict = true;
  await db
    .transaction(async (tx) => {
      await row.run({ db: tx, actor, now }, stage).catch((error) => {
        if (!(error instanceof Refusal) || error.code === 'invalid') throw error;
        verdict = error.code !== 'not-allowed';
      });
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  return verdict;
}

describe.each(rows)('$act', (row) => {
  test('is allowed to exactly the named roles', async () => {
    const allowed: string[] = [];
    for (const [role, actor] of Object.entries(actors)) if (await letsIn(row, actor)) allowed.push(role);
    expect(allowed.toSorted()).toEqual(row.allowed.toSorted());
  });
});

test('every deed has a row', () => {
  const tree = readTree(path.resolve(import.meta.dirname, '../..'));
  const deeds = [...tree]
    .filter(([file]) => /^lib\/(?!core|platform|testing|text|web)[a-z-]+\/.*\.ts$/.test(file))
    .filter(([file]) => !/(\.test|\/(queries|model|policy|facts|search))\.ts$/.test(file))
    // The room of the search itself only reads; its deeds stand in the rooms within.
    .filter(([file]) => !/^lib\/search\/[a-z-]+\.ts$/.test(file))
    .filter(([, text]) => /export async function \w+\(\s*(ctx|given): Context\b/.test(text))
    .map(([file]) => file);
  expect(deeds.length).toBeGreaterThan(0);
  const named = [...new Set([...rows.map((row) => row.file), ...open])];
  expect(deeds.toSorted()).toEqual(named.toSorted());
});
