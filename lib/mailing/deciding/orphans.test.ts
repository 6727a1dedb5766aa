import { beforeAll, beforeEach, expect, test } from 'vitest';
import { arrive, findRow, store } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { emptyMail, plantQuestion, postOf, postsOf } from '@/lib/testing/mail-stage';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { decideMail } from './decide-mail';

await localMail();
const database = await testDatabase();
let world: World;
const ctx = () => ({
  ...{ db: database.db, now: new Date() },
  actor: { kind: 'system', name: 'worker' } as const,
});
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;

beforeAll(async () => {
  world = await createWorld(database.db);
});

beforeEach(() => emptyMail(database));

test('E35: an answer that overtakes its question keeps its thread, and the question joins it there', async () => {
  const headers = ['In-Reply-To: <domanda@segrate.example>', 'References: <domanda@segrate.example>'];
  const answer = await arrive(database, { from: worldEmail('rita'), subject: 'R: Quale modulo', headers });
  expect(answer).toMatchObject({ outcome: 'new-thread', detail: { awaits: ['domanda@segrate.example'] } });
  const question = await arrive(database, {
    ...{ from: matteo, subject: 'Quale modulo?', messageId: 'domanda@segrate.example' },
  });
  expect(question.outcome).toBe('posted');
  const [first, second] = await postsOf(database, (await postOf(database, answer)).threadId);
  expect(second).toMatchObject({ id: question.postId, number: 2, replyToId: null });
  expect(first?.replyToId).toBe(question.postId);
});

test('E35: an answer found by an older reference answers its parent once that comes', async () => {
  const { id, messageId } = await plantQuestion(database, world);
  const references = `References: <${messageId}> <mezzo@segrate.example>`;
  const late = await arrive(database, {
    ...{ from: worldEmail('rita'), subject: 'R: Idoneità' },
    headers: [references, 'In-Reply-To: <mezzo@segrate.example>'],
  });
  const middle = await arrive(database, {
    ...{ from: matteo, subject: 'R: Idoneità', messageId: 'mezzo@segrate.example' },
    headers: [`In-Reply-To: <${messageId}>`],
  });
  expect((await postsOf(database, id)).map((one) => one.id)).toContain(middle.postId);
  expect((await postOf(database, late)).replyToId).toBe(middle.postId);
});

test('E35: what opened its own thread stays there when its parent belongs elsewhere, and the mail says so', async () => {
  const { id, messageId } = await plantQuestion(database, world);
  const headers = ['In-Reply-To: <altrove@segrate.example>'];
  const orphan = await arrive(database, { from: worldEmail('rita'), subject: 'R: Altro', headers });
  const parent = await arrive(database, {
    ...{ from: matteo, subject: 'R: Idoneità', messageId: 'altrove@segrate.example' },
    headers: [`In-Reply-To: <${messageId}>`],
  });
  expect((await postOf(database, parent)).threadId).toBe(id);
  expect((await postOf(database, orphan)).replyToId).toBeNull();
  expect((await findRow(database, orphan.id)).detail).toMatchObject({ parentThreadId: id });
});

test('E35: a question and its answer looked at in one moment find each other', async () => {
  for (let count = 0; count < 5; count++) {
    const messageId = `insieme-${count}@segrate.example`;
    const subject = `Insieme ${count}`;
    const question = await store(database, { from: matteo, subject, messageId });
    const headers = [`In-Reply-To: <${messageId}>`];
    const answer = await store(database, { from: worldEmail('rita'), subject: `R: ${subject}`, headers });
    await Promise.all([answer, question].map((mailId) => decideMail(ctx(), { mailId })));
    const rows = await Promise.all([question, answer].map((id) => findRow(database, id)));
    const posts = await Promise.all(rows.map((row) => postOf(database, row)));
    expect(posts[1]).toMatchObject({ threadId: posts[0]?.threadId, replyToId: posts[0]?.id });
  }
});
