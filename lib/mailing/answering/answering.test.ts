import { beforeAll, beforeEach, expect, test } from 'vitest';
import { automaticAnswer, mail } from '@/db/schema';
import { store } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { emptyMail } from '@/lib/testing/mail-stage';
import { createWorld } from '@/lib/testing/world';
import { answerMail } from './answer-mail';

const database = await testDatabase();
const { db } = database;
const email = 'ugo@altrove.example';

beforeAll(async () => {
  await createWorld(db);
});

beforeEach(() => emptyMail(database));

test.each([
  ['nobody of the network', false, 12, 1],
  ['a member', true, 12, 10],
])(
  'E16 E26: %s is answered so often, whoever answers at the same moment',
  async (_, isOfNetwork, count, wanted) => {
    const ids = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        store(database, { from: email, subject: `Numero ${index}` }),
      ),
    );
    await Promise.all(
      ids.map((id) =>
        db.transaction((tx) =>
          answerMail(
            { db: tx, actor: { kind: 'system', name: 'worker' }, now: new Date() },
            { email, name: null, isOfNetwork, locale: 'it', mail: { id, messageId: null, subject: 'Prova' } },
            { kind: 'refused', reason: 'empty' },
          ),
        ),
      ),
    );
    expect(await db.$count(mail)).toBe(count);
    expect(await db.$count(automaticAnswer)).toBe(wanted);
  },
);
