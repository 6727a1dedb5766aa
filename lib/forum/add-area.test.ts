import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { addArea } from './add-area';

const { db } = await testDatabase();
const world = await createWorld(db);
const ctx = { db, actor: world.actors.olga, now: new Date() };
const open = (postingAddress: string) =>
  addArea(ctx, { slug: `area-${postingAddress.length}`, name: postingAddress, postingAddress });

test('E60: an area has an address in the domain of the lists, in whatever case it is written', async () => {
  await expect(open('nuova@comune-segrate.example')).rejects.toMatchObject({
    ...{ code: 'invalid', reason: 'address-of-other-domain', field: 'postingAddress' },
  });
  await expect(open('nuova@liste.raccordo.example.altrove.example')).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await open('nuova@Liste.Raccordo.example')).toMatch(/^[0-9a-f-]{36}$/);
});
