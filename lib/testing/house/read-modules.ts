// Reads the source tree: which files there are, and what each says.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import type { Comment, Finding, Module, ParsedFile, SyntaxNode, Tree } from './modules';
import { readExports } from './read-exports';
import { readImports } from './read-imports';
import { resolveImport } from './resolve-import';

const sourceFile = /\.(tsx?|mjs|js)$/;
const excluded = /(^|\/)(node_modules|\.data|\.next|\.build-[^/]*)\/|^db\/migrations\/|^public\/|\.d\.ts$/;

/** @returns whether the checker reads the text of this file */
export function isSource(file: string): boolean {
  return sourceFile.test(file) && !excluded.test(file);
}

/** What is made, not written: never part of the house. */
const madeFolders = new Set(['.git', '.data', '.next', 'node_modules', 'test-results']);

/** The tree as it lies on disk, without what is made: git itself need not be there. */
export function readTree(root: string): Tree {
  const files = listFiles(root, '').toSorted();
  return new Map(
    files.map((file) => [file, isSource(file) ? readFileSync(path.join(root, file), 'utf8') : '']),
  );
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return isMade(entry.name) ? [] : listFiles(root, place);
    return entry.isFile() && !isMadeFile(entry.name) ? [place] : [];
  });
}

function isMade(folder: string): boolean {
  return madeFolders.has(folder) || folder.startsWith('.build-');
}

function isMadeFile(name: string): boolean {
  return name === 'next-env.d.ts' || name.endsWith('.tsbuildinfo');
}

/** Parses every source file; one that cannot be parsed, or imports what does not exist, is a finding. */
export function readModules(tree: Tree): { modules: Module[]; findings: Finding[] } {
  const modules: Module[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of tree) {
    if (!isSource(file)) continue;
    try {
      const { module, unresolved } = readModule(tree, file, text);
      modules.push(module);
      findings.push(...unresolved);
    } catch (error) {
      findings.push({
        rule: 'syntax',
        file,
        line: 1,
        message: `cannot be read: ${(error as Error).message}`,
      });
    }
  }
  return { modules, findings };
}

function readModule(tree: Tree, file: string, text: string): { module: Module; unresolved: Finding[] } {
  const parsed = parseSource(file, text);
  const program = parsed.program as unknown as SyntaxNode;
  const asked = readImports(program).map((each) => ({
    ...each,
    target: resolveImport(tree, file, each.specifier),
  }));
  const imports = asked.flatMap(({ target, line, typeOnly }) => (target ? [{ target, line, typeOnly }] : []));
  const unresolved = asked
    .filter(({ target }) => target === undefined)
    .map(({ specifier, line }) => ({ rule: 'import', file, line, message: `${specifier} does not exist` }));
  const module = {
    path: file,
    text,
    program,
    comments: commentsOf(parsed),
    imports,
    exports: readExports(program),
  };
  return { module, unresolved };
}

function parseSource(file: string, text: string): ParsedFile {
  const typed = /\.tsx?$/.test(file);
  return parse(text, {
    sourceType: 'module',
    sourceFilename: file,
    plugins: file.endsWith('.ts') ? ['typescript'] : typed ? ['typescript', 'jsx'] : ['jsx'],
  });
}

function commentsOf(parsed: ParsedFile): Comment[] {
  return (parsed.comments ?? []).map(({ type, value, loc }) => ({
    value,
    kind: type === 'CommentLine' ? ('line' as const) : ('block' as const),
    line: loc?.start.line ?? 1,
  }));
}
