import { expect, test } from 'vitest';
import { messages } from '.';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [name, text] of leaves(value, `${prefix}${key}.`)) found.set(name, text);
  }
  return found;
}

/** Each name once: plural forms repeat it as often as a language needs. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();

const it = leaves(messages.it);
const en = leaves(messages.en);

test('both languages have the same keys, none of them empty', () => {
  expect(it.size).toBeGreaterThan(0);
  expect([...en.keys()].sort()).toEqual([...it.keys()].sort());
  expect([...it, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('each text names the same values in both languages', () => {
  const differing = [...it.keys()].filter(
    (key) => `${placeholders(it.get(key) ?? '')}` !== `${placeholders(en.get(key) ?? '')}`,
  );
  expect(differing).toEqual([]);
});
