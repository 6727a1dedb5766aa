import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { draft, draftFile, file } from '@/db/schema';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, plantQuestion, postOf, postsOf } from '@/lib/testing/mail-stage';
import { pdf, withFiles } from '@/lib/testing/mail-with-files';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
let world: World;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(() => emptyMail(database));

const taxCode = 'RSSMRA85T10A562S';

test('a tax code in text, subject or a file’s name: nothing posted, kind and place told, a masked draft to publish', async () => {
  const { id, messageId } = await plantQuestion(database, world);
  const row = await arrive(database, {
    ...{ from: matteo, subject: 'R: Idoneità', headers: [`In-Reply-To: <${messageId}>`] },
    text: `Buongiorno,\r\n\r\nil signore ha il codice ${taxCode} da anni.\r\nGrazie`,
  });
  expect(row).toMatchObject({
    ...{ outcome: 'refused', reason: 'personal-data', postId: null },
    detail: { answered: true, kinds: ['codice-fiscale'], draft: true },
  });
  expect(await postsOf(database, id)).toHaveLength(1);
  const [kept] = await db.select().from(draft);
  expect(kept).toMatchObject({ kind: 'reply', threadId: id, personId: world.actors.matteo.personId });
  expect(JSON.stringify(kept?.body)).toContain('[codice fiscale]');
  const [answer] = await caughtFor(folder, worldEmail('matteo'));
  expect(answer?.text).toContain(`/bozze/${kept?.id}`);
  expect(answer?.text).toContain('un codice fiscale, alla riga 3 del testo');
  for (const words of [answer?.text, answer?.html, answer?.subject, JSON.stringify(kept)]) {
    expect(words).not.toContain(taxCode);
  }
  const inSubject = await arrive(database, { from: matteo, subject: `Pratica ${taxCode}` });
  expect(inSubject).toMatchObject({ outcome: 'refused', reason: 'personal-data' });
  const [second] = await caughtFor(folder, worldEmail('matteo'));
  expect(second?.text).toContain('nell’oggetto');
  expect(second?.text + (second?.subject ?? '')).not.toContain(taxCode);
});

test.each([
  ['the number of a permit', 'Permesso di soggiorno n. I12345678 scaduto.', 'permit'],
  ['the number of a passport', 'Il passaporto YA1234567 è valido.', 'passport'],
])('%s is refused as well', async (_what, text, kind) => {
  const row = await arrive(database, { from: matteo, subject: 'Un caso', text });
  expect(row).toMatchObject({ reason: 'personal-data', detail: { kinds: [kind] } });
  const [kept] = await db.select().from(draft);
  expect(kept).toMatchObject({ kind: 'thread', areas: ['operatori'], title: 'Un caso' });
});

test('personal data that a mail only repeats are masked in the folded part', async () => {
  const text = `Grazie.\r\n\r\nIl giorno 7 set 2026, Rita Sala ha scritto:\r\n> Il codice è ${taxCode}.`;
  const posted = await postOf(database, await arrive(database, { from: matteo, subject: 'Citazione', text }));
  expect(posted).toMatchObject({ text: 'Grazie.', masked: 1 });
  expect(posted.quotedHtml).toContain('[codice fiscale]');
  expect(posted.quotedHtml).not.toContain(taxCode);
});

test('a tax code in the name of a file is found too, and the draft keeps the file under a masked name', async () => {
  const raw = withFiles('Con nome', [
    { name: `${taxCode}.pdf`, type: 'application/pdf', bytes: pdf('nome') },
  ]);
  const row = await arrive(database, { from: matteo, raw });
  expect(row).toMatchObject({ reason: 'personal-data', detail: { kinds: ['codice-fiscale'] } });
  const [kept] = await db.select().from(draftFile);
  expect(kept?.name).toBe('[codice fiscale].pdf');
});

const forwarded =
  'From: a@x.example\r\nSubject: Pratica\r\nContent-Type: text/plain; charset=utf-8\r\n' +
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`Il codice è ${taxCode}.`).toString('base64')}\r\n`;
/** Each mail parts what it holds by a line of its own. */
const nested = (content: string): string =>
  `From: b@x.example\r\nSubject: Fuori\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="n${content.length}"\r\n\r\n` +
  `--n${content.length}\r\nContent-Type: message/rfc822\r\n\r\n${content}\r\n--n${content.length}--\r\n`;

test.each([
  ['a table', 'elenco.csv', `Cognome;Codice\r\nRossi;${taxCode}\r\n`],
  ['a text', 'note.txt', `codice ${taxCode}`],
  ['a calendar with broken lines', 'riunione.ics', `BEGIN:VCALENDAR\r\nSUMMARY:RSSMRA85\r\n T10A562S\r\n`],
  ['a forwarded mail in base64', 'inoltro.eml', forwarded],
  ['a mail within a mail', 'inoltro.eml', nested(forwarded)],
])('E54: a tax code inside %s is found, and the draft leaves the file out', async (_what, name, content) => {
  const bytes = Buffer.from(content);
  const raw = withFiles('Elenco', [{ name, type: 'application/octet-stream', bytes }]);
  const row = await arrive(database, { from: matteo, raw });
  expect(row).toMatchObject({ reason: 'personal-data', detail: { kinds: ['codice-fiscale'], draft: true } });
  expect(await db.$count(file, eq(file.sha256, createHash('sha256').update(bytes).digest('hex')))).toBe(0);
  expect(await db.$count(draftFile)).toBe(0);
  const [answer] = await caughtFor(folder, worldEmail('matteo'));
  expect(answer?.text).toContain('un codice fiscale, dentro un allegato');
});

test.each([
  ['too long', 'lungo.csv', 'riga;\n'.repeat(100_000)],
  ['mails too deep in one another', 'matrioska.eml', nested(nested(nested(forwarded)))],
])('E54: what cannot be looked through, %s, stays behind and is named', async (_what, name, content) => {
  const raw = withFiles('Lungo', [{ name, type: 'application/octet-stream', bytes: Buffer.from(content) }]);
  const row = await arrive(database, { from: matteo, raw });
  expect(row).toMatchObject({ outcome: 'new-thread', detail: { leftOut: ['file-too-long'] } });
});

test('a text too long for a draft is refused without one, and its writer is told', async () => {
  const text = `${'riga\r\n'.repeat(11_000)}codice ${taxCode}`;
  const row = await arrive(database, { from: matteo, subject: 'Lunghissimo', text });
  expect(row).toMatchObject({
    ...{ outcome: 'refused', reason: 'personal-data' },
    detail: { answered: true, draft: false },
  });
  expect(await db.$count(draft)).toBe(0);
  const [answer] = await caughtFor(folder, worldEmail('matteo'));
  expect(answer?.text).toContain('un codice fiscale');
  expect(answer?.text).not.toContain('/bozze/');
  expect(answer?.text).not.toContain('bozza');
});
