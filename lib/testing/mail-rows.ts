// The deeds about mails that came in and addresses that rest, with who may do them: rows of the table of authorization.test.ts.
import { mail, mailStop } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { resumeAddress } from '@/lib/mailing/bouncing/resume-address';
import { refuseHeld } from '@/lib/mailing/holding/refuse-held';
import { releaseHeld } from '@/lib/mailing/holding/release-held';
import { replayMail } from '@/lib/mailing/holding/replay-mail';
import type { Row, Stage } from './authorization';
import { worldEmail } from './world';

/** A mail that waits for whoever keeps order in the area of the operators, or in one for chosen organisations. */
async function heldMail({ db }: Context, { world }: Stage, area: 'operatori' | 'scelti' = 'operatori') {
  const id = newId();
  const place = { kind: 'thread', areaIds: [world.areas[area]], title: 'Prova' };
  const held = { outcome: 'held' as const, reason: 'stranger', detail: { place } };
  await db.insert(mail).values({ id, ...held, size: 1, raw: Buffer.from('x') });
  return id;
}

async function stopped({ db }: Context, { world }: Stage): Promise<string> {
  const email = worldEmail('matteo');
  const { personId } = world.actors.matteo;
  await db.insert(mailStop).values({ email, personId, kind: 'permanent', stoppedAt: new Date(0) });
  return email;
}

export const mailRows: Row[] = [
  {
    file: 'lib/mailing/holding/release-held.ts',
    act: 'let a held mail in',
    run: async (ctx, stage) => releaseHeld(ctx, { mailId: await heldMail(ctx, stage) }),
    allowed: ['coordinator'],
  },
  {
    file: 'lib/mailing/holding/release-held.ts',
    act: 'let a held mail in where the coordinator may not read',
    run: async (ctx, stage) => releaseHeld(ctx, { mailId: await heldMail(ctx, stage, 'scelti') }),
    allowed: [],
  },
  {
    file: 'lib/mailing/holding/refuse-held.ts',
    act: 'refuse a held mail',
    run: async (ctx, stage) =>
      refuseHeld(ctx, { mailId: await heldMail(ctx, stage), reason: 'Non riguarda la rete' }),
    allowed: ['coordinator'],
  },
  {
    file: 'lib/mailing/holding/replay-mail.ts',
    act: 'have a mail looked at again',
    run: async (ctx, stage) => replayMail(ctx, { mailId: await heldMail(ctx, stage) }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/mailing/bouncing/resume-address.ts',
    act: 'have mail sent again to an operator of Segrate',
    run: async (ctx, stage) => resumeAddress(ctx, { email: await stopped(ctx, stage) }),
    allowed: ['operator', 'referent', 'coordinator', 'system'],
  },
];
