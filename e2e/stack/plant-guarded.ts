// Two technical administrators of their own, so that no other journey is asked for a code: one without a second factor, one
// with it.
import type { Database } from '@/db/client';
import { address, person, seat, secondFactor } from '@/db/schema';
import { secretPurpose } from '@/lib/auth/second-factor/model';
import { newId } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import type { World } from '@/lib/testing/world';
import { secret } from './start-stack';

export type Guarded = { free: { id: string; email: string }; waiting: string };

export async function plantGuarded(db: Database, { organizations }: World): Promise<Guarded> {
  const [free, waiting] = [newId(), newId()];
  const people = [
    { id: free, name: 'Dora Lanza', email: 'dora@sandonato.example' },
    { id: waiting, name: 'Ezio Manara', email: 'ezio@sandonato.example' },
  ];
  await db.insert(person).values(people.map((one) => ({ ...one, hasAccount: true })));
  await db.insert(address).values(
    people.map(({ id, email }) => ({
      email,
      kind: 'personal' as const,
      personId: id,
      verifiedAt: new Date(0),
    })),
  );
  const at = { organizationId: organizations.sandonato, role: 'admin' as const, startedAt: new Date(0) };
  await db.insert(seat).values(people.map(({ id }) => ({ id: newId(), personId: id, ...at })));
  const sealed = seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', secretPurpose(waiting), secret);
  await db
    .insert(secondFactor)
    .values({ personId: waiting, secret: Buffer.from(sealed), confirmedAt: new Date(0) });
  return { free: { id: free, email: 'dora@sandonato.example' }, waiting };
}
