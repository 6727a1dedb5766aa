import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHouse } from './check-house';
import { readTree } from './read-modules';
import { findingsWith, smallHouse } from './small-house';

const root = path.resolve(import.meta.dirname, '../../..');
const messages = (changes: Record<string, string>) =>
  findingsWith(changes).map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`);
const lines = (count: number) => '  void 0;\n'.repeat(count);

describe('the check of the house', () => {
  it('finds the real tree in order', () => {
    expect(checkHouse(readTree(root))).toEqual([]);
  });

  it('finds the small house in order', () => {
    expect(checkHouse(smallHouse(), 1)).toEqual([]);
  });

  it('fails when it sees no module, or hardly any', () => {
    expect(checkHouse(new Map())).toMatchObject([{ rule: 'presence' }]);
    expect(checkHouse(new Map([['public/a.ts', '']]), 1)).toMatchObject([{ rule: 'presence' }]);
    expect(checkHouse(new Map([['lib/env.ts', '// Settings.\n']]))).toMatchObject([{ rule: 'presence' }]);
  });

  it('names what cannot be read and imports that lead nowhere', () => {
    expect(messages({ 'lib/text/a.ts': '// A.\nconst = 1;\n' })).toEqual([
      expect.stringMatching(/^syntax lib\/text\/a\.ts:1 cannot be read/),
    ]);
    expect(messages({ 'lib/text/a.ts': "// A.\nimport '@/lib/text/gone';\n" })).toEqual([
      'import lib/text/a.ts:2 @/lib/text/gone does not exist',
    ]);
  });

  it('follows every way of importing', () => {
    const ways = [
      "import './gone'",
      "export * from './gone'",
      "export { a } from './gone'",
      "void import('./gone')",
      "void require('./gone')",
      "type A = import('./gone').A",
      "import a = require('./gone')",
    ];
    for (const way of ways) {
      expect(messages({ 'lib/text/a.ts': `// A.\nexport const b = 1;\n${way};\n` })).toContain(
        'import lib/text/a.ts:3 ./gone does not exist',
      );
    }
  });
});

describe('circles', () => {
  const circle = (line: string) => ({
    'lib/text/a.ts': `// A.\n${line};\nexport const a = 1;\n`,
    'lib/text/b.ts': "// B.\nimport { a } from './a';\nexport const b = a;\n",
  });

  it('are found once, with the way around', () => {
    expect(messages(circle("import { b } from './b'"))).toEqual([
      'circle lib/text/b.ts:2 comes back to itself: lib/text/a.ts → lib/text/b.ts → lib/text/a.ts',
    ]);
  });

  it('do not count types', () => {
    expect(messages(circle("import type { b } from './b'"))).toEqual([]);
    expect(messages(circle("import { type b } from './b'"))).toEqual([]);
  });
});

describe('sizes', () => {
  const file = 'lib/text/a.ts';

  it('of files', () => {
    const text = (count: number) => `// A.\n${'void 0;\n'.repeat(count - 1)}`;
    expect(messages({ [file]: text(300) })).toEqual([]);
    expect(messages({ [file]: text(301) })).toEqual([`size ${file}:1 301 lines, at most 300`]);
    expect(messages({ 'lib/text/a.test.ts': text(301) })).toHaveLength(1);
  });

  it('of functions, in every form', () => {
    expect(messages({ [file]: `// A.\nfunction a() {\n${lines(38)}}\n` })).toEqual([]);
    const forms = ['function a() {', 'const a = () => {', 'const o = { a() {', 'class A { a() {'];
    for (const form of forms) {
      const end = '}'.repeat(form.split('{').length - 1);
      const text = `// A.\n${form}\n${lines(39)}${end}\n`;
      expect(messages({ [file]: text })).toEqual([`size ${file}:2 the function a has 41 lines, at most 40`]);
      expect(messages({ 'lib/text/a.test.ts': text })).toEqual([]);
    }
  });

  it('of components', () => {
    const component = (count: number) => `// A.\nexport function Card() {\n${lines(count - 2)}}\n`;
    expect(messages({ 'components/ui/card.tsx': component(120) })).toEqual([]);
    expect(messages({ 'components/ui/card.tsx': component(121) })).toHaveLength(1);
  });

  it('of nesting, where else-if goes on and a callback does not begin anew', () => {
    const nested = (inner: string) => `// A.\nfunction a() {\n  if (1) for (;;) { ${inner} }\n}\n`;
    expect(messages({ [file]: nested('if (1) {} else if (2) {} else if (3) {} else {}') })).toEqual([]);
    expect(messages({ [file]: nested('try {} finally { if (1) {} }') })).toEqual([
      `size ${file}:3 nested 4 deep, at most 3`,
    ]);
    expect(messages({ [file]: nested('if (1) [].map(() => { while (1) {} })') })).toHaveLength(1);
  });
});
