// Reads the source tree: which files there are, and what each says.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/**
 * The tree as git sees it: tracked files and new ones that are not ignored.
 * @throws when `root` is not a clone
 */
export function readTree(root: string): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listed.split('\0').filter((file) => file && existsSync(path.join(root, file)));
  return new Map(
    files.map((file) => [file, isSource(file) ? readFileSync(path.join(root, file), 'utf8') : '']),
  );
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
