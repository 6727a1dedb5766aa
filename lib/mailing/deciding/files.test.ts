import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { attachment, file } from '@/db/schema';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, postOf } from '@/lib/testing/mail-stage';
import { pdf, png, withFiles } from '@/lib/testing/mail-with-files';
import { createWorld, worldEmail } from '@/lib/testing/world';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;

beforeAll(async () => {
  await createWorld(db);
});

beforeEach(() => emptyMail(database));

test('E54: forbidden and over-limit files stay behind, the post says so and its writer is told', async () => {
  const raw = withFiles('Con file', [
    { name: 'modulo.pdf', type: 'application/pdf', bytes: pdf('uno') },
    { name: 'programma.exe', type: 'application/octet-stream', bytes: Buffer.from('MZ\x90\x00nulla') },
    { name: 'finto.pdf', type: 'application/pdf', bytes: Buffer.from([0, 1, 2, 3, 255, 254]) },
  ]);
  const row = await arrive(database, { from: matteo, raw });
  expect(row).toMatchObject({ outcome: 'new-thread', detail: { leftOut: ['file-kind', 'file-kind'] } });
  const posted = await postOf(database, row);
  const kept = await db.select().from(attachment).where(eq(attachment.postId, posted.id));
  expect(kept.map(({ name }) => name)).toEqual(['modulo.pdf']);
  expect(posted.text).toContain(
    'Allegati non pubblicati: programma.exe (tipo di file non accettato); finto.pdf',
  );
  const [answer] = await caughtFor(folder, worldEmail('matteo'));
  expect(answer?.subject).toBe('Pubblicato senza alcuni allegati: Con file');
  expect(answer?.text).toContain('programma.exe');
  expect(answer?.text).toMatch(/\/forum\/operatori\/\d+-con-file\?m=1#m1/);
});

test('E54: of fifteen files ten are kept, a calendar and a forwarded mail among them', async () => {
  const files = Array.from({ length: 13 }, (_, index) => ({
    ...{ name: `modulo-${index}.pdf`, type: 'application/pdf', bytes: pdf(String(index)) },
  }));
  const calendar = {
    name: 'riunione.ics',
    type: 'text/plain',
    bytes: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
  };
  const forwarded = {
    name: 'altra.eml',
    type: 'application/octet-stream',
    bytes: Buffer.from('Subject: x\r\n\r\ny\r\n'),
  };
  const row = await arrive(database, {
    from: matteo,
    raw: withFiles('Quindici', [calendar, forwarded, ...files]),
  });
  const kept = await db
    .select()
    .from(attachment)
    .where(eq(attachment.postId, row.postId ?? ''));
  expect(kept).toHaveLength(10);
  expect(kept.map(({ name }) => name)).toContain('altra.eml');
  expect(row.detail.leftOut).toEqual(Array.from({ length: 5 }, () => 'too-many-files'));
});

test('E51: an image of the text is kept inline, and a mail of files alone is a post', async () => {
  const image = { name: 'pianta.png', type: 'image/png', bytes: png, more: 'Content-ID: <pianta@x>' };
  const row = await arrive(database, {
    from: matteo,
    raw: withFiles('Solo file', [{ name: 'a.pdf', type: 'application/pdf', bytes: pdf('a') }, image], ''),
  });
  expect(row.outcome).toBe('new-thread');
  const kept = await db
    .select()
    .from(attachment)
    .where(eq(attachment.postId, row.postId ?? ''));
  expect(kept.map(({ name }) => name)).toContain('a.pdf');
  expect(await db.$count(file)).toBeGreaterThan(0);
});

test('E51: an image of an HTML mail stands in the post where it stood in the mail, and once', async () => {
  const html =
    '<p>Prima della pianta.</p><p><img src="cid:pianta@x"></p><p>Dopo la pianta.</p><img src="cid:pianta@x"><img src="cid:manca@x">';
  const raw = withFiles('Con pianta', [
    {
      ...{ name: 'pianta.png', type: 'image/png', bytes: png },
      more: 'Content-ID: <pianta@x>\r\nContent-Disposition: inline',
    },
  ]).replace(
    /Content-Type: text\/plain; charset=utf-8\r\n\r\nAllego\./,
    () => `Content-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  );
  const row = await arrive(database, { from: matteo, raw });
  const posted = await postOf(database, row);
  const [kept] = await db.select().from(attachment).where(eq(attachment.postId, posted.id));
  expect(kept).toMatchObject({ name: 'pianta.png', inline: true });
  expect(
    posted.html.replace(/<img [^>]*>/g, (tag) => (tag.includes(`/api/files/${kept?.id}`) ? '▣' : '?')),
  ).toBe('<p>Prima della pianta.</p>▣<p>Dopo la pianta.</p>');
});
