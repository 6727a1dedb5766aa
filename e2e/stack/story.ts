// What the pages show in the journeys: the small world, with one thing of each kind empty, typical and overfull.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  attachment,
  draft,
  draftFile,
  file,
  oldAddress,
  person,
  post,
  report,
  seat,
  verificationToken,
} from '@/db/schema';
import { hashLinkToken } from '@/lib/auth/model';
import { newId } from '@/lib/core/ids';
import { editPost } from '@/lib/forum/writing/edit-post';
import { storeContent } from '@/lib/platform/files/store';
import { type Planted, plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';
import { editOften } from './edit-often';
import { type PlantedAdhesion, plantAdhesion } from './plant-adhesion';
import { plantDesk } from './plant-desk';
import { plantFeed } from './plant-feed';
import { type Guarded, plantGuarded } from './plant-guarded';
import { type Moves, plantMoves } from './plant-moves';
import { type PlantedPost, plantPost, unbroken } from './plant-post';
import { type PlantedSearch, plantSearch } from './plant-search';
import { plantSearches } from './plant-searches';
import { secret } from './start-stack';

const longTitle = 'Titolo lunghissimo di una discussione sul ricongiungimento familiare '
  .repeat(5)
  .slice(0, 300);
const minute = 60_000;

export type Story = {
  world: World;
  typical: Planted;
  overfull: Planted;
  open: Planted;
  moves: Moves;
  search: PlantedSearch;
  /** Under which feed programs read as Rita. */
  feedWord: string;
  /** Journeys that run at once write each in a thread of its own: a person has one draft in a thread. */
  desks: { files: Planted; editor: Planted; trouble: Planted; order: Planted };
  post: PlantedPost;
  adhesion: PlantedAdhesion;
  guarded: Guarded;
  caughtMail: string;
  /** Where the former archive had the first post of the typical thread. */
  formerAddress: string;
  /** A file at the overfull thread. */
  file: string;
  /** What Rita began to write in an area. */
  draft: string;
  /** Another draft of hers, to change, with a file for each role of the table of routes to take away. */
  spare: { draft: string; files: string[] };
  /** Matteo's edit of a post that he edited meanwhile in another tab. */
  conflict: string;
};

/** A sign-in link of Rita's that nobody has used, to look at the page behind it. */
export const openLink = { email: worldEmail('rita'), token: 'codice-di-prova' };

/** Fixed moments: pictures of the same state are the same picture. */
export const storyNow = new Date('2026-09-18T08:30:00Z');

/** Writes the story and returns what tests must be able to name. */
export async function writeStory(db: Database, folders: { files: string; mail: string }): Promise<Story> {
  const world = await createWorld(db);
  await db.update(person).set({ createdAt: new Date('2026-09-01T06:00:00Z') });
  const { olga, rita, matteo, piero } = world.actors;
  const typical = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Idoneità alloggiativa: quanto vale l’attestazione?',
    author: matteo,
    posts: [
      { author: matteo, text: 'Buongiorno, l’attestazione di idoneità ha una scadenza?' },
      { author: rita, text: 'Da noi vale sei mesi, poi chiediamo una dichiarazione di invarianza.' },
      { author: piero, text: 'Per il nulla osta guardiamo la data di rilascio.' },
    ],
    tags: ['alloggio', 'ricongiungimento'],
    solvedBy: 2,
  });
  await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Da leggere una volta sola',
    author: olga,
    posts: [{ text: 'Questo messaggio lo apre soltanto una prova.' }],
  });
  const overfull = await plantThread(db, {
    areas: [world.areas.operatori],
    title: longTitle,
    author: rita,
    posts: Array.from({ length: 2000 }, (_, index) => ({
      author: index % 3 ? matteo : rita,
      text:
        index === 0 ? `${unbroken} ${'parola '.repeat(200)}` : `Risposta numero ${index + 1}. ${unbroken}`,
      at: new Date(Date.UTC(2026, 8, 2) + index * minute),
    })),
    tags: Array.from({ length: 12 }, (_, index) => `etichetta-lunga-numero-${index + 1}`),
  });
  const formerAddress = '/pipermail/operatori/2019-March/000123.html';
  await db.insert(oldAddress).values({ path: formerAddress, messageId: typical.messageId });
  const file = await attachMany(db, folders.files, overfull.id);
  await editOften(db, overfull.id);
  const open = await plantThread(db, {
    areas: [world.areas.novita],
    title: 'Calendario delle riunioni del secondo semestre',
    author: olga,
    posts: [{ text: 'Le riunioni sono di venerdì pomeriggio, a mesi alterni.' }],
  });
  const [withFiles, withEditor, withTrouble, inOrder] = [
    await plantDesk(db, world, 'Prove di file'),
    await plantDesk(db, world, 'Prove di scrittura'),
    await plantDesk(db, world, 'Prove di interruzioni'),
    await plantDesk(db, world, 'Prove di ordine'),
  ];
  await plantDesk(db, world, 'Bonus luce e gas: chi riceve la domanda');
  await plantSearches(db, world, storyNow);
  await leaveLink(db);
  await leaveOffice(db, world);
  const draftId = await leaveDraft(db, world, longTitle);
  const spare = await leaveSpare(db, world);
  await reportLast(db, typical.id, world);
  for (let number = 1; number <= 30; number++) {
    await plantThread(db, {
      areas: [world.areas.comuni],
      title: `Discussione di prova ${number}`,
      author: number % 2 ? rita : matteo,
    });
  }
  return {
    world,
    typical,
    overfull,
    open,
    search: await plantSearch(db, world),
    moves: await plantMoves(db, world, longTitle, storyNow),
    feedWord: await plantFeed(db, world),
    desks: { files: withFiles, editor: withEditor, trouble: withTrouble, order: inOrder },
    file,
    post: await plantPost(db, world, typical),
    guarded: await plantGuarded(db, world),
    adhesion: await plantAdhesion(db, folders.files, storyNow),
    caughtMail: catchMail(folders.mail),
    formerAddress,
    draft: draftId,
    spare,
    conflict: await leaveConflict(db, world),
  };
}

/** @returns its id */
async function leaveDraft(db: Database, { actors: { rita } }: World, title: string): Promise<string> {
  const id = newId();
  const content = [{ type: 'text', text: `Bozza di prova. ${unbroken}` }];
  await db.insert(draft).values({
    ...{ id, kind: 'thread', personId: rita.personId, seatId: rita.seat.id },
    ...{ title, areas: ['operatori'], tags: ['alloggio'], updatedAt: storyNow },
    body: { type: 'doc', content: [{ type: 'paragraph', content }] },
  });
  return id;
}

async function leaveSpare(db: Database, world: World): Promise<Story['spare']> {
  const draftId = await leaveDraft(db, world, 'Da cambiare in prova');
  const [{ sha256: content } = { sha256: '' }] = await db.select({ sha256: file.sha256 }).from(file).limit(1);
  const rows = Array.from({ length: 7 }, (_, position) => ({
    ...{ id: newId(), draftId, position, sha256: content, name: `${position + 1}.pdf` },
  }));
  await db.insert(draftFile).values(rows);
  return { draft: draftId, files: rows.map(({ id }) => id) };
}

/** @returns the draft of an edit that began from the version before */
async function leaveConflict(db: Database, { actors: { matteo }, areas }: World): Promise<string> {
  const { id: threadId } = await plantThread(db, {
    areas: [areas.comuni],
    title: 'Scritto in due schede',
    author: matteo,
    posts: [{ text: `Vale sei mesi. ${unbroken}`, at: new Date('2026-09-01T08:00:00Z') }],
  });
  const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, threadId));
  const postId = first?.id ?? '';
  const edited = { postId, baseRevision: 1, body: textToDocument(`Vale un anno. ${unbroken}`) };
  await editPost({ db, actor: matteo, now: storyNow }, edited);
  const id = newId();
  await db.insert(draft).values({
    ...{ id, kind: 'edit', personId: matteo.personId, seatId: matteo.seat.id, threadId, postId },
    ...{ baseRevision: 1, body: textToDocument(`Vale otto mesi. ${unbroken}`), updatedAt: storyNow },
  });
  return id;
}

/** Somebody who worked with Rita and left with a question open. */
async function leaveOffice(db: Database, { organizations, actors, areas }: World): Promise<void> {
  const personId = newId();
  const organizationId = organizations.segrate;
  await db.insert(person).values({ id: personId, name: 'Lina Bassi', createdAt: new Date(0) });
  await db.insert(seat).values({
    ...{ id: newId(), personId, organizationId, role: 'operator' as const },
    ...{ startedAt: new Date(0), endedAt: new Date('2026-09-10T00:00:00Z') },
  });
  const author = { ...actors.matteo, personId };
  await plantThread(db, { areas: [areas.comuni], title: 'Chiesto prima di andare via', author });
}

async function reportLast(db: Database, threadId: string, { actors: { rita } }: World): Promise<void> {
  const [, , third] = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number);
  await db.insert(report).values({
    ...{ id: newId(), postId: third?.id ?? '', personId: rita.personId },
    ...{ organizationId: rita.seat.organization.id, reason: unbroken, reportedAt: storyNow },
  });
}

/** @returns the id of one of them */
async function attachMany(db: Database, filesDir: string, threadId: string): Promise<string> {
  const content = new TextEncoder().encode('%PDF-1.4 modulo di prova');
  const sha256 = await storeContent(filesDir, content);
  await db.insert(file).values({ sha256, size: content.length, mediaType: 'application/pdf', pages: 3 });
  const [first] = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number)
    .limit(1);
  const id = newId();
  await db.insert(attachment).values(
    Array.from({ length: 40 }, (_, position) => ({
      id: position === 0 ? id : newId(),
      postId: first?.id ?? '',
      position,
      sha256,
      name: `${position + 1}-${'allegato_dal_nome_senza_spazi_'.repeat(4)}.pdf`,
    })),
  );
  return id;
}

/** A mail as the local post keeps it. @returns the id of its page */
function catchMail(folder: string): string {
  const id = '20260917T100000000Z-0123abcd';
  mkdirSync(folder, { recursive: true });
  const mail = [
    'Content-Type: text/html; charset=utf-8',
    'From: Raccordo <raccordo@liste.raccordo.example>',
    `To: ${worldEmail('rita')}`,
    `Subject: ${unbroken}`,
  ];
  writeFileSync(path.join(folder, `${id}.eml`), [...mail, '', unbroken, ''].join('\r\n'));
  return id;
}

async function leaveLink(db: Database): Promise<void> {
  await db.insert(verificationToken).values({
    identifier: openLink.email,
    token: hashLinkToken(openLink.token, secret),
    expires: new Date(Date.now() + 24 * 60 * minute),
  });
}
