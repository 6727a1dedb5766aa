// Documents nobody wrote: what the tests of texts run through every way in and out. The same seed gives the same ones.
import type { TextDocument } from '@/lib/text/schema';

type Random = () => number;

const words = [
  ...[
    'permesso',
    'città',
    'a_b',
    '5 * 3',
    '<b>',
    '&amp;',
    '1.',
    '- x',
    '# no',
    '> q',
    'così',
    '"',
    'l’idoneità',
  ],
  ...[
    '[x]',
    '`',
    '\\',
    '~~',
    '|',
    '100 €',
    '(art. 5)',
    'nome_file_',
    '*',
    '!',
    '日本',
    'مرحبا',
    '😀',
    '---',
    '2020.',
  ],
];

const names = ['Anna Rossi', 'Şirin Öz', "Luca D'Alò", 'Rita'];

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A document of every kind of block; normalise it before comparing. */
export function randomDocument(random: Random): TextDocument {
  return { type: 'doc', content: many(random, 3, () => block(random, 2)) };
}

/** What a text says less often than the document does: words, texts of images and names of persons. */
export function lostWords(document: TextDocument, text: string): string[] {
  const said = sayings(document);
  const words = new Set(said.flatMap((each) => each.split(/\s+/).filter(Boolean)));
  return [...words].filter(
    (word) => timesIn(text, word) < said.reduce((sum, each) => sum + timesIn(each, word), 0),
  );
}

function sayings(node: TextDocument): string[] {
  const own = [node.text, node.attrs?.alt, node.attrs?.label].filter((each) => typeof each === 'string');
  return [...own, ...(node.content ?? []).flatMap(sayings)];
}

function timesIn(text: string, word: string): number {
  return text.split(word).length - 1;
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function many<T>(random: Random, most: number, make: () => T): T[] {
  return Array.from({ length: 1 + Math.floor(random() * most) }, make);
}

function block(random: Random, depth: number): TextDocument {
  const simple = ['paragraph', 'paragraph', 'heading', 'codeBlock', 'image'];
  const type = pick(
    random,
    depth > 0 ? [...simple, 'bulletList', 'orderedList', 'blockquote', 'table'] : simple,
  );
  const blocks = (most: number) => many(random, most, () => block(random, depth - 1));
  switch (type) {
    case 'heading':
      return { type, attrs: { level: pick(random, [2, 3]) }, content: line(random) };
    case 'codeBlock':
      return {
        type,
        content: [{ type: 'text', text: many(random, 4, () => pick(random, words)).join('\n') }],
      };
    case 'image':
      return { type, attrs: { src: `/api/files/${uuid(random)}`, alt: pick(random, words) } };
    case 'blockquote':
      return { type, content: blocks(3) };
    case 'bulletList':
    case 'orderedList':
      return {
        type,
        ...(type === 'orderedList' && { attrs: { start: pick(random, [1, 3]) } }),
        content: many(random, 3, () => ({ type: 'listItem', content: [paragraph(random), ...blocks(2)] })),
      };
    case 'table':
      return { type, content: many(random, 3, () => row(random, depth - 1)) };
    default:
      return paragraph(random);
  }
}

function paragraph(random: Random): TextDocument {
  return { type: 'paragraph', content: line(random) };
}

function row(random: Random, depth: number): TextDocument {
  return {
    type: 'tableRow',
    content: many(random, 3, () => ({
      type: pick(random, ['tableCell', 'tableHeader']),
      attrs: { colspan: pick(random, [1, 1, 2]) },
      content: many(random, 2, () => block(random, Math.min(depth, 1))),
    })),
  };
}

/** Words in all dresses, parted by blanks, now and then a person or a line break. */
function line(random: Random): TextDocument[] {
  const inner = many(random, 3, () => {
    const kind = random();
    if (kind < 0.07) return [{ type: 'hardBreak' }];
    if (kind < 0.15)
      return [{ type: 'mention', attrs: { id: uuid(random), label: pick(random, names) } }, text(' ')];
    const marks = [
      ...(random() < 0.2 ? [{ type: 'link', attrs: { href: 'https://x.example/a?b=1&c=(2)' } }] : []),
      ...(random() < 0.2 ? [{ type: 'bold' }] : []),
      ...(random() < 0.2 ? [{ type: 'italic' }] : []),
      ...(random() < 0.1 ? [{ type: 'code' }] : []),
    ];
    return [{ ...text(pick(random, words)), marks }, text(' ')];
  });
  return [text('sì '), ...inner.flat()];
}

function text(given: string): TextDocument {
  return { type: 'text', text: given };
}

function uuid(random: Random): string {
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}
