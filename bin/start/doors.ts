// The ready sign-in links an embedded start prints: one for each kind of person to look at Raccordo as.
import { eq } from 'drizzle-orm';
import { connect } from '@/db/client';
import { person } from '@/db/schema';
import { createSignInLink } from '@/lib/auth/create-sign-in-link';
import { say } from './steps';

const doors: [string, string][] = [
  ['operator', 'matteo.salvaderi@comune-segrate.example'],
  ['coordinator', 'ornella.vismara@comune-sandonato.example'],
  ['officer of an institution', 'ersilia.paternoster@prefettura-milano.example'],
  ['administrator', 'adalgisa.tramontin@comune-sandonato.example'],
];

/** Prints four links, each good once and for thirty minutes. @param env the settings of the running children */
export async function printDoors(databaseUrl: string, env: Record<string, string>): Promise<void> {
  Object.assign(process.env, env);
  const { db, close } = connect(databaseUrl, 1);
  const ctx = { db, actor: { kind: 'system', name: 'demo' } as const, now: new Date() };
  say('Sign in as (each link works once, for 30 minutes):');
  for (const [who, email] of doors) say(`  ${who}: ${await createSignInLink(ctx, email)}`);
  await close();
}

/** Whether nobody could sign in yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const { db, close } = connect(databaseUrl, 1);
  const [anyone] = await db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.hasAccount, true))
    .limit(1);
  await close();
  return anyone === undefined;
}
