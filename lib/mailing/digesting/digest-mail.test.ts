import { eq, isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { delivery, person, post, postRemoval } from '@/db/schema';
import { digestStage, friday, thursday } from '@/lib/testing/digest-stage';
import { readSignedId } from '../tokens/read-signed-id';
import { deliverDigest } from './deliver-digest';
import { makeDigests } from './make-digests';

const { db, world, at, send, follow, plant, digestsAt } = await digestStage();
const { actors, areas } = world;

describe('E90: what a digest says', () => {
  test('areas and threads with the newest first, the texts inside, each thread with an address for answers', async () => {
    await follow('rita', 'daily');
    await follow('rita', 'daily', 'comuni');
    const later = new Date('2026-09-17T10:00:00Z');
    const first = await plant({
      title: 'Prima',
      posts: [
        { text: 'Vecchia domanda.', at: thursday },
        { author: actors.olga, text: 'Ecco [la legge](https://legge.example).', at: later },
      ],
    });
    await plant({ title: 'Seconda', areas: [areas.comuni], at: new Date('2026-09-17T09:00:00Z') });
    const [mail] = await digestsAt(friday);
    expect(mail?.subject).toBe('3 novità nel Forum');
    expect(mail?.text.split('\n').filter((line) => /^(===|\*)/.test(line))).toEqual([
      ...['=== Forum · Operatori ===', '* Prima', '=== Forum · Tra Comuni ===', '* Seconda'],
    ]);
    expect(mail?.text).toMatch(/Vecchia domanda\.[\s\S]*Olga Ventura per Comune di San Donato, ieri 12:00/);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('Vecchia domanda.');
      expect(part).toContain('Matteo Riva per Comune di Segrate');
    }
    const answers = [...(mail?.text ?? '').matchAll(/Rispondi a questa discussione: r-(\w+)@/g)];
    const copies = answers.map(([, token]) => readSignedId('reply', token ?? ''));
    const [newest] = await db
      .select({ id: delivery.id, number: post.number, state: delivery.state })
      .from(delivery)
      .innerJoin(post, eq(post.id, delivery.postId))
      .where(eq(post.threadId, first.id));
    expect(newest).toMatchObject({ id: copies[0], number: 2, state: 'sent' });
    expect(copies[1]).toBeTruthy();
    expect(mail?.html).toContain(`mailto:${answers[0]?.[0].split(': ')[1]}`);
  });

  test('its own addresses are those of its own copy; one click stops it', async () => {
    await follow('rita', 'daily');
    await plant();
    const [mail] = await digestsAt(friday);
    const [own] = await db
      .select({ id: delivery.id, state: delivery.state })
      .from(delivery)
      .where(isNotNull(delivery.digestId));
    expect(own?.state).toBe('sent');
    const header = (name: string) => mail?.headers.get(name) ?? '';
    const token = (value: string, before: string) => value.split(before)[1]?.slice(0, 42) ?? '';
    expect(readSignedId('reply', token(header('reply-to'), 'r-'))).toBe(own?.id);
    expect(readSignedId('choices', token(header('list-unsubscribe'), '/posta/'))).toBe(own?.id);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('precedence')).toBe('list');
  });

  test('in the language of its receiver', async () => {
    await follow('rita', 'daily');
    await db.update(person).set({ locale: 'en' }).where(eq(person.id, actors.rita.personId));
    await plant();
    expect((await digestsAt(friday))[0]?.subject).toBe('1 new in the forum');
  });

  test('E66: a month of long texts stays under 100 kB, full texts first, then links, then a number', async () => {
    await follow('rita', 'daily');
    const posts = Array.from({ length: 300 }, (_, index) => ({
      text: `Testo ${index + 1}. ${'parola '.repeat(300)}`,
      at: new Date(thursday.getTime() + index * 1000),
    }));
    await plant({ title: 'Lunghissima', posts });
    const [mail] = await digestsAt(friday);
    expect(mail?.subject).toBe('300 novità nel Forum');
    expect(Buffer.byteLength(mail?.html ?? '')).toBeLessThan(100_000);
    expect(mail?.text).toContain('Testo 1. parola');
    expect(mail?.text).toMatch(/Altre \d+ novità in Raccordo/);
    expect((mail?.text.match(/Continua in Raccordo/g) ?? []).length).toBeGreaterThan(5);
  });

  test('asked again when it leaves: what was hidden meanwhile is not in it, and an empty one is dropped', async () => {
    await follow('rita', 'daily');
    const planted = await plant();
    await makeDigests(at(friday));
    const [first] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, planted.id));
    const removal = { kind: 'hidden' as const, personId: actors.olga.personId, reason: 'Prova' };
    await db.insert(postRemoval).values({ postId: first?.id ?? '', ...removal, removedAt: friday });
    expect(await send()).toEqual([]);
    const [own] = await db.select().from(delivery).where(isNotNull(delivery.digestId));
    expect(own?.state).toBe('dropped');
    await deliverDigest(at(friday), { deliveryId: own?.id });
    expect(await send()).toEqual([]);
  });
});
