// What the pages show in the journeys: the small world, with one thing of each kind empty, typical and overfull.
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { attachment, file, person, post } from '@/db/schema';
import { storeContent } from '@/lib/platform/files/store';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';

const longTitle = 'Titolo lunghissimo di una discussione sul ricongiungimento familiare '
  .repeat(5)
  .slice(0, 300);
const unbroken = 'https://www.comune.example/'.padEnd(240, 'attestazione-idoneita-alloggiativa-');
const minute = 60_000;

export type Story = {
  world: World;
  typical: { id: string; number: number };
  overfull: { id: string; number: number };
  open: { id: string; number: number };
};

/** Fixed moments: pictures of the same state are the same picture. */
export const storyNow = new Date('2026-09-18T08:30:00Z');

/** Writes the story and returns what tests must be able to name. */
export async function writeStory(db: Database, filesDir: string): Promise<Story> {
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
  await attachMany(db, filesDir, overfull.id);
  const open = await plantThread(db, {
    areas: [world.areas.novita],
    title: 'Calendario delle riunioni del secondo semestre',
    author: olga,
    posts: [{ text: 'Le riunioni sono di venerdì pomeriggio, a mesi alterni.' }],
  });
  for (let number = 1; number <= 30; number++) {
    await plantThread(db, {
      areas: [world.areas.comuni],
      title: `Discussione di prova ${number}`,
      author: number % 2 ? rita : matteo,
    });
  }
  return { world, typical, overfull, open };
}

async function attachMany(db: Database, filesDir: string, threadId: string): Promise<void> {
  const content = new TextEncoder().encode('%PDF-1.4 modulo di prova');
  const sha256 = await storeContent(filesDir, content);
  await db.insert(file).values({ sha256, size: content.length, mediaType: 'application/pdf', pages: 3 });
  const [first] = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number)
    .limit(1);
  await db.insert(attachment).values(
    Array.from({ length: 40 }, (_, position) => ({
      postId: first?.id ?? '',
      position,
      sha256,
      name: `${position + 1}-${'allegato_dal_nome_senza_spazi_'.repeat(4)}.pdf`,
    })),
  );
}
