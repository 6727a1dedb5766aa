import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { listCaught, readCaught } from './caught';
import { writeLetter } from './letter';
import { queueMail } from './queue-mail';
import { sendMail } from './send-mail';

const database = await testDatabase();
const folder = await localMail();

const letter = writeLetter({
  locale: 'it',
  subject: 'Prova <b>àè</b>',
  paragraphs: ['Due parole & una <script>alert(1)</script>.'],
  action: { label: 'Apri', url: 'https://raccordo.example/a?b=1&c="2"' },
  footer: 'Raccordo',
});

test('a letter says the same as text and as HTML, and nothing in it runs', () => {
  expect(letter.text).toBe(
    'Due parole & una <script>alert(1)</script>.\n\nApri:\nhttps://raccordo.example/a?b=1&c="2"\n\n-- \nRaccordo\n',
  );
  expect(letter.html).toContain('Due parole &amp; una &lt;script&gt;');
  expect(letter.html).toContain('<title>Prova &lt;b&gt;àè&lt;/b&gt;</title>');
  expect(letter.html).not.toMatch(/<script|style="|<img|src=/);
});

test('a queued mail leaves with its transaction, and not without it', async () => {
  const mail = { to: 'anna@segrate.example', ...letter };
  const undone = database.db.transaction(async (tx) => {
    await queueMail(tx, mail);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await runJobs(database);
  expect(await listCaught(folder)).toEqual([]);
  await database.db.transaction((tx) => queueMail(tx, mail));
  await runJobs(database);
  const [caught] = await listCaught(folder);
  expect(caught).toMatchObject({ to: 'anna@segrate.example', subject: 'Prova <b>àè</b>' });
  expect(caught?.from).toBe('Raccordo <raccordo@liste.raccordo.example>');
  expect((await readdir(folder)).every((name) => name.endsWith('.eml'))).toBe(true);
});

test('no line end in an address or subject makes a further header', async () => {
  await sendMail({ ...letter, to: 'anna@segrate.example', subject: 'a\r\nBcc: altri@altrove.example' });
  const [caught] = await listCaught(folder);
  expect(caught?.headers.some(({ key }) => key === 'bcc')).toBe(false);
});

test('only a mail of the folder is read', async () => {
  for (const id of ['../../etc/passwd', 'x', '', '20261124T143911650Z-00000000']) {
    expect(await readCaught(folder, id)).toBeNull();
  }
  expect(await listCaught(path.join(folder, 'none'))).toEqual([]);
});
