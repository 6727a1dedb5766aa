// Names: the fixed top level, the closed vocabulary of the rooms of the trade, and the words no name may contain.
import path from 'node:path';
import type { Finding, Module, Tree } from './modules';
import { isTest } from './modules';
import { domainOf } from './patterns';
import { isSource } from './read-modules';

const topFolders = [
  'app',
  'bench',
  'bin',
  'components',
  'db',
  'docs',
  'e2e',
  'lib',
  'messages',
  'public',
  '.ci',
];
const topFiles = [
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'biome.json',
  'drizzle.config.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'proxy.ts',
  'publiccode.yml',
  'tsconfig.json',
];
/** Modules that belong to no room of `lib`: the settings, the table of reactions and the worker that consults it. */
const looseInLib = ['lib/env.ts', 'lib/env.test.ts', 'lib/reactions.ts', 'lib/worker.ts'];
const roomFiles = ['model.ts', 'policy.ts', 'queries.ts', 'facts.ts', 'notices.tsx', 'search.ts'];
const barrels = ['db/schema/index.ts', 'messages/index.ts'];
const emptyWords = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'managers',
  'service',
  'services',
]);

/** @returns findings about names of files and of what they export */
export function checkVocabulary(tree: Tree, modules: readonly Module[]): Finding[] {
  return [
    ...[...tree.keys()].flatMap(misplaced),
    ...modules.flatMap((module) => [...emptyNames(module), ...barrel(module), ...roomFile(module)]),
  ];
}

function finding(file: string, message: string, line = 1): Finding {
  return { rule: 'vocabulary', file, line, message };
}

function misplaced(file: string): Finding[] {
  const [top, ...rest] = file.split('/');
  const known = rest.length > 0 ? topFolders : topFiles;
  if (!known.includes(top ?? ''))
    return [finding(file, `the top level is fixed, and ${top} is not part of it`)];
  if (isSource(file) && /^lib\/[^/]+$/.test(file) && !looseInLib.includes(file)) {
    return [finding(file, 'belongs into a room of lib')];
  }
  if (/^lib\/cases\/(.*\/)?search\.tsx?$/.test(file)) {
    return [finding(file, 'reserved cases are never searched: there is no search.ts in their room')];
  }
  return [];
}

function emptyNames(module: Module): Finding[] {
  const inPath = module.path.split(/[/.-]/).filter((word) => emptyWords.has(word.toLowerCase()));
  const exported = module.exports.filter(({ name }) => emptyWords.has(lastWord(name)));
  return [
    ...inPath.map((word) => finding(module.path, `"${word}" says nothing about what is here`)),
    ...exported.map(({ name, line }) => finding(module.path, `the name ${name} says nothing`, line)),
  ];
}

/** The last word of a camelCase name: `mailService` → `service`. */
function lastWord(name: string): string {
  return (/[A-Z]?[a-z0-9]+$/.exec(name)?.[0] ?? name).toLowerCase();
}

function barrel(module: Module): Finding[] {
  if (barrels.includes(module.path)) return [];
  const { base, name } = path.posix.parse(module.path);
  if (name === 'index') return [finding(module.path, `no barrels: ${base} only hides where things stand`)];
  const passedOn = module.exports.filter(({ kind }) => kind === 'passed-on');
  const first = passedOn[0];
  return first && passedOn.length === module.exports.length
    ? [finding(module.path, 'no barrels: it only passes on what others export', first.line)]
    : [];
}

/** In a room of the trade any name outside the vocabulary is a deed or a pure step: one function of that name. */
function roomFile(module: Module): Finding[] {
  if (domainOf(module.path) === undefined || isTest(module.path)) return [];
  const { base, name } = path.posix.parse(module.path);
  if (roomFiles.includes(base)) return [];
  const functions = module.exports.filter(({ kind }) => kind === 'function');
  const wanted = camelCase(name);
  if (functions.length === 1 && functions[0]?.name === wanted) return [];
  const found = functions.map((each) => each.name).join(', ') || 'none';
  return [finding(module.path, `must export exactly one function, ${wanted}, and exports ${found}`)];
}

function camelCase(name: string): string {
  return name.replace(/[-.]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
