import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Feed, FeedEntry } from './model';
import { writeAtom } from './write-atom';

const around = {
  origin: 'https://raccordo.example',
  self: '/api/feeds/parola/area/operatori',
  title: 'Operatori · Raccordo',
  language: 'it',
};
const entry: FeedEntry = {
  id: '01990000-0000-7000-8000-000000000001',
  title: 'Idoneità & <alloggio> "2026"',
  path: '/forum/operatori/3-idoneita?m=2&x=1#m2',
  author: { name: 'Rita D’Angelo', organization: { slug: 'segrate', name: 'Comune di Segrate' } },
  publishedAt: new Date('2026-09-07T08:00:00Z'),
  updatedAt: new Date('2026-09-08T08:00:00Z'),
  tags: ['alloggio', 'a & b'],
  html: '<p>Vale <a href="/forum/operatori/1">sei mesi</a>\u{0}\u{b}\u{d800} <img src="/api/files/x" alt="A &amp; B"></p>',
};
const feed: Feed = {
  id: '01990000-0000-7000-8000-000000000000',
  title: 'Operatori',
  path: '/forum/operatori',
  entries: [
    entry,
    { ...entry, id: '01990000-0000-7000-8000-000000000002', updatedAt: new Date('2026-09-09') },
  ],
};

/** The names of elements in their order; the parser closes by itself, and says so, what the text leaves open. */
function elements(xml: string): string[] {
  const names: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => names.push(name),
      onclosetag: (name, isImplied) =>
        isImplied && name !== 'link' && name !== 'category' && names.push('open!'),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return names;
}

const textOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

test('has what RFC 4287 asks of a feed and of an entry, well formed', () => {
  const xml = writeAtom(feed, around);
  const perEntry = ['entry', 'id', 'title', 'link', 'published', 'updated', 'author', 'name'];
  expect(elements(xml)).toEqual([
    ...['feed', 'id', 'title', 'updated', 'link', 'link', 'generator'],
    ...[...perEntry, 'category', 'category', 'content'],
    ...[...perEntry, 'category', 'category', 'content'],
  ]);
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">');
  expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  expect(textOf(xml, 'updated')).toEqual([
    '2026-09-09T00:00:00.000Z',
    '2026-09-08T08:00:00.000Z',
    '2026-09-09T00:00:00.000Z',
  ]);
  expect(textOf(xml, 'id')[1]).toBe(`urn:uuid:${entry.id}`);
  expect(textOf(xml, 'name')[0]).toBe('Rita D’Angelo, Comune di Segrate');
});

test('what the text points to is told with the address of the site, and what XML does not know is left out', () => {
  const xml = writeAtom(feed, around);
  const content = (textOf(xml, 'content')[0] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  expect(content).toContain('href=&quot;https://raccordo.example/forum/operatori/1&quot;');
  expect(content).toContain('src=&quot;https://raccordo.example/api/files/x&quot;');
  expect(content).toContain('A &amp;amp; B');
  expect([...xml].every((character) => character >= ' ' || character === '\n')).toBe(true);
});

test('an address that begins with two slashes is not ours, and stays', () => {
  const html = '<a href="//altrove.example/x">x</a>';
  expect(writeAtom({ ...feed, entries: [{ ...entry, html }] }, around)).toContain(
    '//altrove.example/x&quot;',
  );
});

test('says the same in the same bytes, and something where there is nothing', () => {
  expect(writeAtom(feed, around)).toBe(writeAtom(feed, around));
  const empty = writeAtom({ ...feed, entries: [] }, around);
  expect(textOf(empty, 'updated')).toEqual(['1970-01-01T00:00:00.000Z']);
});
