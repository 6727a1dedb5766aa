import { describe, expect, it } from 'vitest';
import { findingsWith } from './small-house';

const messages = (changes: Record<string, string>) => findingsWith(changes).map(({ message }) => message);
const module = (body: string) => `// A.\n${body}\n`;

describe('the vocabulary of a room', () => {
  it('admits deeds and pure steps of one function named like the file', () => {
    const deed = 'export type Shape = 1;\nexport const limit = 3;\nexport async function closeThread() {}';
    expect(messages({ 'lib/forum/close-thread.ts': module(deed) })).toEqual([]);
    expect(
      messages({ 'lib/forum/moderation/hide-post.ts': module('export const hidePost = () => 1;') }),
    ).toEqual([]);
    expect(
      messages({ 'lib/forum/find-area.ts': module('export const findArea = cache(async () => 1);') }),
    ).toEqual([]);
  });

  it.each([
    ['another name', 'export function closeThreads() {}', 'exports closeThreads'],
    [
      'two functions',
      '/** Why. */\nexport function closeThread() {}\n/** Why. */\nexport function open() {}',
      'exports closeThread, open',
    ],
    ['no function', 'export const closeThread = 1;', 'exports none'],
  ])('refuses %s', (_, body, said) => {
    expect(messages({ 'lib/forum/close-thread.ts': module(body) })).toEqual([
      `must export exactly one function, closeThread, and ${said}`,
    ]);
  });

  it('has no search in the room of reserved cases', () => {
    expect(messages({ 'lib/cases/search.ts': module('export function caseDocument() {}') })).toEqual([
      expect.stringContaining('never searched'),
    ]);
  });
});

describe('names', () => {
  it.each(['src/a.ts', 'vite.config.ts', 'notes.md'])('the top level does not admit %s', (file) => {
    expect(messages({ [file]: module('export const a = 1;') })).toEqual([
      expect.stringContaining('top level is fixed'),
    ]);
  });

  it('lib has rooms, not loose modules', () => {
    expect(messages({ 'lib/time.ts': module('export const a = 1;') })).toEqual([
      'belongs into a room of lib',
    ]);
  });

  it.each(['lib/text/utils.ts', 'lib/text/date-helpers.ts', 'app/services/page.tsx', 'bin/mail.manager.ts'])(
    'say something, unlike %s',
    (file) => {
      expect(messages({ [file]: module('export const a = 1;') })).toEqual([
        expect.stringContaining('says nothing'),
      ]);
    },
  );

  it('of exports say something as well', () => {
    expect(messages({ 'lib/text/a.ts': module('export class MailService {}') })).toEqual([
      'the name MailService says nothing',
    ]);
    expect(messages({ 'lib/text/a.ts': module('export const serviceHours = 1;') })).toEqual([]);
  });

  it.each([
    ['lib/text/index.ts', 'export const a = 1;'],
    ['lib/text/all.ts', "export * from './to-html';"],
    ['lib/text/all.ts', "export { toHtml } from './to-html';"],
  ])('there is no barrel %s: %s', (file, body) => {
    expect(messages({ [file]: module(body) })).toEqual([expect.stringContaining('no barrels')]);
  });

  it('passing on types beside something of its own is no barrel', () => {
    const own = "export type { Area } from '@/lib/forum/model';\nexport const a = 1;";
    expect(messages({ 'lib/people/facts.ts': module(own) })).toEqual([]);
  });
});

describe('comments', () => {
  const file = 'lib/text/a.ts';

  it.each(['', "'use client';\n", '#!/usr/bin/env node\n', '/** As a block. */\n'])(
    'the first line after %j',
    (before) => {
      expect(messages({ 'lib/web/a.ts': `${before}// What it is for.\nexport const a = 1;\n` })).toEqual([]);
    },
  );

  it.each(['', 'export const a = 1;\n', "import { toHtml } from './to-html';\n// Late.\n", '//\n'])(
    'the first line is missing in %j',
    (text) => {
      expect(messages({ [file]: text })).toContainEqual(
        expect.stringContaining('the first line must be a comment'),
      );
    },
  );

  it('several exported functions say why they are there', () => {
    const first = '/** Because. */\nexport function a() {}\n';
    expect(messages({ [file]: module(`${first}export const b = () => 1;`) })).toEqual([
      'b is exported and has no sentence of why above it',
    ]);
    expect(messages({ [file]: module(`${first}/** Likewise. */\nexport const b = () => 1;`) })).toEqual([]);
  });

  it.each([
    ['// TODO', 'work left over'],
    ['// FIXME later', 'work left over'],
    ['// biome-ignore lint: why', 'not silenced'],
    ['// @ts-expect-error', 'not silenced'],
    ['/* @ts-ignore */', 'not silenced'],
    ['// const b = 2;', 'commented out'],
    ['// if (a) {', 'commented out'],
    ['// announce(tx, fact);', 'commented out'],
    ["// import { b } from './b';", 'commented out'],
    ['/*\n  return a + b;\n*/', 'commented out'],
  ])('%j is not left in the code', (comment, said) => {
    expect(messages({ [file]: module(`export const a = 1;\n${comment}`) })).toEqual([
      expect.stringContaining(said),
    ]);
  });

  it.each([
    '// if the order is kept, the index may grow at its end;',
    '// Return to the sender (see `bounce`); then stop.',
    '// e.g. closeThread(ctx, input)',
    '// imports come from the archive; exports go to it.',
    '/** `const x = 1;` is an example. */',
    '// A to-do list of the office is a row.',
    '/**\n * Example:\n *   postReply(ctx, input);\n */',
  ])('%j is a sentence', (comment) => {
    expect(messages({ [file]: module(`export const a = 1;\n${comment}`) })).toEqual([]);
  });
});
