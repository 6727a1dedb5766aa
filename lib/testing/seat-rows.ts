// The deeds around seats and the addresses of those who hold them, with who may do them: rows of the table of authorization.test.ts.
import { invitation, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { confirmAddress } from '@/lib/people/addresses/confirm-address';
import { requestAddress } from '@/lib/people/addresses/request-address';
import { invitationEnd } from '@/lib/people/seats/model';
import { resendInvitation } from '@/lib/people/seats/resend-invitation';
import { revokeInvitation } from '@/lib/people/seats/revoke-invitation';
import { setSeatLimit } from '@/lib/people/seats/set-seat-limit';
import type { Row, Stage, TestedRole } from './authorization';

const members: TestedRole[] = ['reader', 'operator', 'referent', 'coordinator', 'officer', 'admin'];

/** An invitation of the reader of Sovico to read for Segrate. */
async function offer({ db, now }: Context, { world }: Stage): Promise<{ seatId: string }> {
  const seatId = newId();
  const { elena } = world.actors;
  const expiresAt = invitationEnd(now);
  const place = { personId: elena.personId, organizationId: world.organizations.segrate };
  await db.insert(seat).values({ id: seatId, ...place, role: 'reader', startedAt: now, endedAt: expiresAt });
  await db.insert(invitation).values({ seatId, sentAt: now, expiresAt });
  return { seatId };
}

export const seatRows: Row[] = [
  {
    file: 'lib/people/seats/resend-invitation.ts',
    act: 'send an invitation of Segrate again',
    run: async (ctx, stage) => resendInvitation(ctx, await offer(ctx, stage)),
    allowed: ['referent', 'coordinator', 'system'],
  },
  {
    file: 'lib/people/seats/revoke-invitation.ts',
    act: 'revoke an invitation of Segrate',
    run: async (ctx, stage) => revokeInvitation(ctx, await offer(ctx, stage)),
    allowed: ['referent', 'coordinator', 'system'],
  },
  {
    file: 'lib/people/seats/set-seat-limit.ts',
    act: 'limit how many hold a role',
    run: (ctx) => setSeatLimit(ctx, { kind: 'commune', role: 'referent', most: '3' }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/people/addresses/request-address.ts',
    act: 'ask for another address to sign in with',
    run: (ctx) => requestAddress(ctx, { email: 'altrove@sovico.example' }),
    allowed: members,
  },
  {
    file: 'lib/people/addresses/confirm-address.ts',
    act: 'take the address a link was mailed to',
    run: (ctx) =>
      confirmAddress(ctx, { email: 'altrove@sovico.example', until: 0, seal: 'finto', keep: false }),
    allowed: members,
  },
];
