// The Auth.js adapter, narrowed: sessions are stored hashed, nobody registers, any personal address of a person signs in.
import { DrizzleAdapter } from '@auth/drizzle-adapter';
import { eq } from 'drizzle-orm';
import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters';
import type { Database } from '@/db/client';
import { person, session, verificationToken } from '@/db/schema';
import { Refusal } from '@/lib/core/refusal';
import { findInvited } from './find-invited';
import { hashSessionToken } from './model';

/** What the session remembers of the device it was opened on. */
export type Device = { readonly shared: boolean; readonly userAgent: string | null };

/** @param device written into sessions that this adapter creates */
export function authAdapter(db: Database, device: Device, now: Date): Adapter {
  const drizzle = plainAdapter(db);
  return {
    ...drizzle,
    createUser: refuseStranger,
    getUserByEmail: (email) => findUser(db, email, now),
    updateUser: (user) => confirmAddress(db, user, now),
    createSession: (opened) => openSession(db, opened, device, now),
    getSessionAndUser: async (token) => {
      const found = await drizzle.getSessionAndUser?.(hashSessionToken(token));
      return found ? { ...found, session: { ...found.session, sessionToken: token } } : null;
    },
    updateSession: async (changed) => {
      await drizzle.updateSession?.({ ...changed, sessionToken: hashSessionToken(changed.sessionToken) });
      return null;
    },
    deleteSession: async (token) => {
      await drizzle.deleteSession?.(hashSessionToken(token));
    },
  };
}

/** The library's own types want `text` where addresses here are `citext`; the columns are named as it asks. */
function plainAdapter(db: Database): Adapter {
  const tables = { usersTable: person, sessionsTable: session, verificationTokensTable: verificationToken };
  return DrizzleAdapter(db, tables as never);
}

async function refuseStranger(): Promise<AdapterUser> {
  throw new Refusal('not-allowed', 'not-invited');
}

async function findUser(db: Database, email: string, now: Date): Promise<AdapterUser | null> {
  const invited = await findInvited(db, email, now);
  if (!invited) return null;
  return {
    id: invited.personId,
    name: invited.name,
    email: invited.email,
    emailVerified: invited.verifiedAt,
  };
}

/** A used link proves the person's address; next-auth says so through this call alone. */
async function confirmAddress(
  db: Database,
  user: Partial<AdapterUser> & Pick<AdapterUser, 'id'>,
  now: Date,
): Promise<AdapterUser> {
  const [updated] = await db
    .update(person)
    .set({ emailVerified: now })
    .where(eq(person.id, user.id))
    .returning({ id: person.id, name: person.name, email: person.email });
  if (!updated) throw new Refusal('not-found', 'person-not-found');
  return { ...updated, email: updated.email ?? '', emailVerified: now };
}

async function openSession(
  db: Database,
  opened: { sessionToken: string; userId: string; expires: Date },
  device: Device,
  now: Date,
): Promise<AdapterSession> {
  await db.insert(session).values({
    userId: opened.userId,
    expires: opened.expires,
    sessionToken: hashSessionToken(opened.sessionToken),
    shared: device.shared,
    userAgent: device.userAgent,
    lastSeenAt: now,
    createdAt: now,
  });
  return opened;
}
