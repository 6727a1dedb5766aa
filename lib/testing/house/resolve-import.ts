// Where an import leads: a file of the tree, a package, a module of Node, or nowhere.
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Tree } from './modules';

const endings = ['', '.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '/index.ts', '/index.tsx'];

/**
 * `@/` is the root of the project; relative paths start from the importing file.
 * @returns a path in the tree, `npm:<specifier>`, `node:<module>`, or undefined when the file does not exist
 */
export function resolveImport(tree: Tree, from: string, specifier: string): string | undefined {
  const plain = specifier.replace(/\?.*$/, '');
  if (!plain.startsWith('.') && !plain.startsWith('@/')) return outside(plain);
  const place = plain.startsWith('@/') ? plain.slice(2) : path.posix.join(path.posix.dirname(from), plain);
  const found = endings.find((ending) => tree.has(place + ending));
  if (found !== undefined) return place + found;
  const written = place.replace(/\.js$/, '.ts');
  return tree.has(written) ? written : undefined;
}

function outside(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return isBuiltin(specifier) ? `node:${specifier}` : `npm:${specifier}`;
}
