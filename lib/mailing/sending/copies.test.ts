import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachment, file, person, post } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { readSignedId } from '@/lib/mailing/tokens/read-signed-id';
import { closeTransport } from '@/lib/platform/mail/open-transport';
import { testDatabase } from '@/lib/testing/database';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { startSmtpSink } from '@/lib/testing/smtp-sink';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';
import { findMailedPost } from './queries';

const sink = await startSmtpSink();
process.env.SMTP_URL = sink.url;
process.env.PUBLIC_URL = 'https://raccordo.example';
const database = await testDatabase();
const { db } = database;
const at = (actor: Actor) => ({ db, actor, now: new Date() });
let world: World;
/** The first post, an answer to it, and an answer to that: as Rita got them. */
const got: Email[] = [];
let opened: { postId: string; threadId: string };

afterAll(async () => {
  closeTransport();
  await sink.stop();
});

beforeAll(async () => {
  world = await createWorld(db);
  const { matteo, olga, elena } = world.actors;
  await db.update(person).set({ locale: 'en' }).where(eq(person.id, elena.personId));
  opened = await openThread(at(matteo), {
    title: 'Idoneità senza planimetria',
    areas: ['operatori'],
    body: textToDocument('Che cosa accettate?\n\nGrazie a tutti.'),
  });
  await db.insert(file).values({ sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 1000 });
  await db
    .insert(attachment)
    .values({ id: newId(), postId: opened.postId, position: 0, sha256: 'a'.repeat(64), name: 'modulo.pdf' });
  const { threadId } = opened;
  const answer = await postReply(at(olga), {
    threadId,
    body: textToDocument('Il verbale.'),
    replyToId: opened.postId,
  });
  await postReply(at(matteo), { threadId, body: textToDocument('Quale?'), replyToId: answer.postId });
  await hurryJobs(database);
  for (const { raw } of sink.mails.filter(({ to }) => to === worldEmail('rita')))
    got.push(await PostalMime.parse(raw));
});

function header(mail: Email | undefined, name: string): string {
  return mail?.headers.find(({ key }) => key === name)?.value ?? '';
}

test('E60, E68: three posts, three copies in their order, from who wrote for whom by the address of the area', () => {
  expect(got.map(({ from }) => `${from?.name} <${from?.address}>`)).toEqual([
    'Matteo Riva – Comune di Segrate <operatori@liste.raccordo.example>',
    'Olga Ventura – Comune di San Donato <operatori@liste.raccordo.example>',
    'Matteo Riva – Comune di Segrate <operatori@liste.raccordo.example>',
  ]);
});

test('E61: answers go to an address of the copy alone, which says neither person nor post', () => {
  const replies = sink.mails.map(
    ({ raw }) => /^Reply-To:\s+r-([a-z2-7]{42})@liste\.raccordo\.example\r$/m.exec(raw)?.[1],
  );
  expect(new Set(replies).size).toBe(sink.mails.length);
  const ids = replies.map((token) => readSignedId('reply', token ?? ''));
  expect(ids).not.toContain(null);
  const known = [...Object.values(world.actors).map(({ personId }) => personId), opened.postId];
  expect(ids.filter((id) => known.includes(id ?? ''))).toEqual([]);
  expect(
    sink.mails
      .map(({ from }) => /^b-([a-z2-7]{42})@/.exec(from)?.[1])
      .map((token) => readSignedId('bounce', token ?? '')),
  ).toEqual(ids);
});

test('E62: the same root, then the parents; In-Reply-To the parent; one subject; one Message-ID for all copies', () => {
  const root = `<topic.${opened.threadId}@liste.raccordo.example>`;
  const ids = got.map(({ messageId }) => messageId ?? '');
  expect(got.map((mail) => header(mail, 'references'))).toEqual([
    root,
    `${root} ${ids[0]}`,
    `${root} ${ids[0]} ${ids[1]}`,
  ]);
  expect(got.map(({ inReplyTo }) => inReplyTo)).toEqual([undefined, ids[0], ids[1]]);
  expect(got.map(({ subject }) => subject)).toEqual([
    'Idoneità senza planimetria',
    'Re: Idoneità senza planimetria',
    'Re: Idoneità senza planimetria',
  ]);
  const all = sink.mails.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
  expect(new Set(all)).toEqual(new Set(ids));
});

test('E35, E62: In-Reply-To is the post that is answered, also where it came in later', async () => {
  const { matteo, olga } = world.actors;
  const { threadId, postId } = await openThread(at(matteo), {
    ...{ title: 'Madre tardiva', areas: ['operatori'], body: textToDocument('Domanda.') },
  });
  const child = await postReply(at(olga), { threadId, replyToId: postId, body: textToDocument('Figlia.') });
  const parent = await postReply(at(matteo), { threadId, replyToId: postId, body: textToDocument('Madre.') });
  const grandparent = await postReply(at(matteo), {
    threadId,
    replyToId: postId,
    body: textToDocument('Ava.'),
  });
  const answers = (id: string, replyToId: string) =>
    db.update(post).set({ replyToId }).where(eq(post.id, id));
  await answers(child.postId, parent.postId);
  await answers(parent.postId, grandparent.postId);
  const mailed = await findMailedPost(at(matteo), child.postId);
  const wanted = [postId, grandparent.postId, parent.postId].map((id) => `${id}@liste.raccordo.example`);
  expect(mailed?.parents).toEqual(wanted);
});

test('E63, E65: the headers of a list, and no absence notice, but Exchange still says what it cannot deliver', () => {
  const mail = got[0];
  const token = /\/posta\/([a-z2-7]{42})>/.exec(header(mail, 'list-unsubscribe'))?.[1] ?? '';
  expect(readSignedId('choices', token)).not.toBeNull();
  expect(header(mail, 'list-unsubscribe')).toMatch(
    /^<https:\/\/raccordo\.example\/posta\/[a-z2-7]{42}>, <mailto:r-[a-z2-7]{42}@liste\.raccordo\.example\?subject=unsubscribe>$/,
  );
  const expected: Record<string, string> = {
    precedence: 'list',
    'list-id': '<operatori.liste.raccordo.example>',
    'list-post': '<mailto:operatori@liste.raccordo.example>',
    'list-help': '<https://raccordo.example/profilo/posta>',
    'list-archive': '<https://raccordo.example/forum/operatori>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'x-auto-response-suppress': 'DR, RN, NRN, OOF, AutoReply',
    'x-loop': 'operatori@liste.raccordo.example',
    'auto-submitted': '',
  };
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, header(mail, name)]))).toEqual(
    expected,
  );
  expect(header(mail, 'archived-at')).toMatch(
    /^<https:\/\/raccordo\.example\/forum\/operatori\/\d+-idoneita-senza-planimetria\?m=1#m1>$/,
  );
});

test('E66: the text says everything, files are links, nothing is attached', () => {
  const mail = got[0];
  const text = (mail?.text ?? '')
    .replace(/[a-z2-7]{42}/g, 'TOKEN')
    .replace(/files\/[0-9a-f-]{36}/, 'files/ID');
  const thread = header(mail, 'archived-at').slice(1, -1);
  expect(text.trimEnd()).toBe(
    `— Rispondi sopra questa riga —

Matteo Riva per Comune di Segrate:

Che cosa accettate?

Grazie a tutti.

File:
modulo.pdf: https://raccordo.example/api/files/ID

-- 
Leggi in Raccordo: ${thread}
Silenzia questa discussione: https://raccordo.example/posta/TOKEN#discussione
Scegli cosa ricevere: https://raccordo.example/posta/TOKEN`,
  );
  expect(mail?.attachments).toEqual([]);
});

test('E66: the HTML says the same words, without pictures, scripts or anything loaded', () => {
  const { html = '', text = '' } = got[0] ?? {};
  const words = html
    .replace(/<style>[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>/g, '')
    .replace(/<[^>]+>/g, ' ');
  const said = (all: string) => all.match(/[\p{L}]+/gu)?.filter((word) => !/^[a-z2-7]{42}$/.test(word)) ?? [];
  const linked = text.replace(/https:\S+/g, '');
  expect(said(words)).toEqual(said(linked));
  expect(html).not.toMatch(/<img|<script|src=|@import|url\(/);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
});

test('E66: whoever reads English gets English words around the same text', async () => {
  const raw = sink.mails.find(({ to }) => to === worldEmail('elena'))?.raw ?? '';
  const { text } = await PostalMime.parse(raw);
  expect(text).toContain('— Reply above this line —');
  expect(text).toContain('Matteo Riva for Comune di Segrate:\n\nChe cosa accettate?');
});

const filter = spawnSync('spamassassin', ['--version'], { encoding: 'utf8' });
if (filter.error) console.log('SKIPPED: spamassassin is not installed, so no notice was judged by it.');

test.skipIf(filter.error)('E63, E66: a spam filter finds next to nothing in a notice', () => {
  const HOME = mkdtempSync(path.join(tmpdir(), 'spamassassin-'));
  const input = sink.mails[0]?.raw;
  const judged = spawnSync('spamassassin', ['-t', '-L'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, HOME },
  });
  rmSync(HOME, { recursive: true });
  const points = /\((-?[\d.]+) points/.exec(judged.stdout)?.[1];
  expect(Number(points)).toBeLessThan(2);
});
