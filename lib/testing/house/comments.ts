// Comments: the first line says what a file is for, exported functions say why, and nothing is left over.
import type { Comment, Finding, Module } from './modules';
import { isTest, servesTests } from './modules';

const directive = /^['"]use (client|server)['"];?$/;
const leftOver = /\b(TODO|FIXME|XXX|HACK)\b/;
const silenced = /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable/;
/** A line that begins like a statement and ends like one. */
const statement =
  /^(import\s.+from\s.+;|export\s.+[;{]|(const|let|var)\s.+[=;]|return\b.*;|(if|for|while|switch)\s*\(.+\)\s*\{?.*[{;}]|await\s.+;|[\w.]+\(.*\);|\}\s*(else\b.*)?[;{]?|throw new .+;|<\/?[A-Z]\w*[^>]*>)$/;

/** @returns findings about comments: the missing ones and the ones that should not be */
export function checkComments(modules: readonly Module[]): Finding[] {
  return modules.flatMap((module) => [
    ...firstLine(module),
    ...docstrings(module),
    ...module.comments.flatMap((comment) => unwanted(module, comment)),
  ]);
}

function finding(module: Module, line: number, message: string): Finding {
  return { rule: 'comment', file: module.path, line, message };
}

/** A test is explained by the code it stands beside and by its own sentences. */
function firstLine(module: Module): Finding[] {
  if (isTest(module.path)) return [];
  const lines = module.text.split('\n').filter((line) => line.trim() !== '');
  const first = lines.find((line) => !line.startsWith('#!') && !directive.test(line.trim()));
  return first !== undefined && /^\s*(\/\/\s*\S|\/\*)/.test(first)
    ? []
    : [finding(module, 1, 'the first line must be a comment that says what the file is for')];
}

/** A module with one exported function is explained by its first line; with several, each says why it is there. */
function docstrings(module: Module): Finding[] {
  if (!/^(lib|db|bin)\//.test(module.path) || servesTests(module.path)) return [];
  const functions = module.exports.filter(({ kind }) => kind === 'function');
  if (functions.length < 2) return [];
  return functions
    .filter(({ documented }) => !documented)
    .map(({ name, line }) =>
      finding(module, line, `${name} is exported and has no sentence of why above it`),
    );
}

function unwanted(module: Module, comment: Comment): Finding[] {
  const text = comment.value.trim();
  if (leftOver.test(text)) return [finding(module, comment.line, 'work left over: do it or write an issue')];
  if (silenced.test(text)) return [finding(module, comment.line, 'a warning is heeded, not silenced')];
  const lines = comment.kind === 'line' ? [text] : text.split('\n').map((line) => line.trim());
  const code = lines.findIndex((line) => statement.test(line));
  return code >= 0 && !comment.value.startsWith('*')
    ? [finding(module, comment.line + code, 'code that is commented out: git remembers it')]
    : [];
}
