import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { mail } from '@/db/schema';
import { decideMail } from '@/lib/mailing/deciding/decide-mail';
import { writeMail } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { receiveMail } from './receive-mail';

const worker = vi.hoisted(() => ({ isFaster: false }));
vi.mock('@/lib/mailing/receiving/store-received', async (original) => {
  const { storeReceived } = await original<typeof import('@/lib/mailing/receiving/store-received')>();
  const fast: typeof storeReceived = async (ctx, received) => {
    const mailId = await storeReceived(ctx, received);
    if (worker.isFaster) await decideMail(ctx, { mailId });
    return mailId;
  };
  return { storeReceived: fast };
});

const { db, url } = await testDatabase();
process.env.RACCORDO_EMBEDDED_URL = url;
const world = await createWorld(db);
const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-receive-'));
const file = path.join(folder, 'mail.eml');
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  said.mockClear();
  const code = await receiveMail(args);
  return { code, said: said.mock.calls.map(([text]) => text).join('') };
}

test('a mail from a file is taken in and decided at once, and a second time it is a copy', async () => {
  writeFileSync(file, writeMail({ from: worldEmail('matteo'), subject: 'Da un file' }));
  const first = await run(file);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.said)).toMatchObject({
    outcome: 'new-thread',
    reason: null,
    post: expect.any(String),
  });
  expect(JSON.parse((await run(file)).said)).toMatchObject({ outcome: 'duplicate', post: null });
  const [stored] = await db.select().from(mail).limit(1);
  expect(stored).toMatchObject({ door: 'command', envelopeFrom: null, areaId: world.areas.operatori });
});

test('the envelope may be named, and what is not understood or not there is said by the exit code', async () => {
  writeFileSync(
    file,
    writeMail({ from: worldEmail('matteo'), to: 'altri@altrove.example', subject: 'In copia' }),
  );
  const named = await run(file, '--to', 'Operatori@liste.raccordo.example', '--from', worldEmail('matteo'));
  expect(JSON.parse(named.said)).toMatchObject({ outcome: 'new-thread' });
  expect((await run()).code).toBe(2);
  expect((await run(file, 'x')).code).toBe(2);
  expect((await run(path.join(folder, 'none.eml'))).code).toBe(3);
});

test('a worker that runs may decide first: what became of the mail is said all the same', async () => {
  writeFileSync(file, writeMail({ from: worldEmail('matteo'), subject: 'Più svelto' }));
  worker.isFaster = true;
  const { said } = await run(file);
  expect(JSON.parse(said)).toMatchObject({ outcome: 'new-thread', reason: null, post: expect.any(String) });
});
