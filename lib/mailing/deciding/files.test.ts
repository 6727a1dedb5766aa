import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { attachment } from '@/db/schema';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, postOf } from '@/lib/testing/mail-stage';
import { pdf, png, withFiles } from '@/lib/testing/mail-with-files';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { findMailedPost } from '../sending/queries';

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

test('E51: an image of the text is kept inline and is a file of the copies, and a mail of files alone is a post', async () => {
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
  expect(kept.map(({ name, inline }) => [name, inline])).toEqual([
    ['a.pdf', false],
    ['pianta.png', true],
  ]);
  const copied = await findMailedPost(
    { db, actor: { kind: 'system', name: 'worker' }, now: new Date() },
    row.postId ?? '',
  );
  expect(copied?.files.map(({ name }) => name)).toEqual(['a.pdf', 'pianta.png']);
});

const mixed = (plain: string, html: string) =>
  withFiles('Con pianta', [
    {
      ...{ name: 'pianta.png', type: 'image/png', bytes: png },
      more: 'Content-ID: <pianta@x>\r\nContent-Disposition: inline; filename="pianta.png"',
    },
  ]).replace(
    'Content-Type: text/plain; charset=utf-8\r\n\r\nAllego.',
    () =>
      `Content-Type: multipart/alternative; boundary="due"\r\n\r\n--due\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n` +
      `--due\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--due--`,
  );

test.each([
  ['Gmail', 'Prima.\r\n\r\n[image: pianta.png]\r\n\r\nDopo.'],
  ['Thunderbird', 'Prima.\r\n\r\n\r\nDopo.'],
  ['Outlook', 'Prima.\r\n\r\n[cid:pianta@x]\r\n\r\nDopo.'],
])(
  'E51: an image stands where the HTML says, whatever the plain part of %s makes of it',
  async (_program, plain) => {
    const raw = mixed(plain, '<p>Prima.</p><p><img src="cid:pianta@x" alt="pianta.png"></p><p>Dopo.</p>');
    const row = await arrive(database, { from: matteo, raw });
    const { html } = await postOf(database, row);
    expect(html.replace(/<img [^>]*>/g, '▣')).toBe('<p>Prima.</p>▣<p>Dopo.</p>');
    const copied = await findMailedPost(
      { db, actor: { kind: 'system', name: 'worker' }, now: new Date() },
      row.postId ?? '',
    );
    expect(copied?.files).toEqual([]);
  },
);

test('E54: images of the text that a post cannot carry are named as files are', async () => {
  const images = Array.from({ length: 11 }, (_, index) => ({
    ...{ name: `foto-${index}.png`, type: 'image/png', bytes: png },
    more: `Content-ID: <foto-${index}@x>`,
  }));
  const odd = {
    ...{ name: 'piano.bmp', type: 'image/bmp', bytes: Buffer.from(`BM${'x'.repeat(60)}`) },
    more: 'Content-ID: <piano@x>',
  };
  const row = await arrive(database, { from: matteo, raw: withFiles('Foto', [odd, ...images]) });
  expect(row.detail.leftOut).toEqual(['file-kind', 'too-many-files']);
  expect((await postOf(database, row)).text).toContain('piano.bmp (tipo di file non accettato); foto-10.png');
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
