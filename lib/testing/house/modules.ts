// What the checker knows of a source tree: its modules, what each imports and exports, and the findings about them.
import type { parse } from '@babel/parser';

/** Every file of the project by its path from the root, with `/`; only source files need their text. */
export type Tree = ReadonlyMap<string, string>;

export type Finding = { rule: string; file: string; line: number; message: string };

/** `target` is a path in the tree, or `npm:<package…>`, or `node:<module>`. */
export type ImportEdge = { target: string; line: number; typeOnly: boolean };

export type ExportKind = 'function' | 'type' | 'value' | 'passed-on';

export type Exported = { name: string; kind: ExportKind; line: number; documented: boolean };

/** A node of the syntax tree, as loosely as a walk over all kinds of nodes needs it. */
export type SyntaxNode = { type: string; loc?: { start: Place; end: Place } | null } & Record<
  string,
  unknown
>;
type Place = { line: number; column: number };

export type Comment = { value: string; kind: 'line' | 'block'; line: number };

export type Module = {
  path: string;
  text: string;
  program: SyntaxNode;
  comments: Comment[];
  imports: ImportEdge[];
  exports: Exported[];
};

export type ParsedFile = ReturnType<typeof parse>;

/** @returns whether the path is a unit test or a browser journey */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('e2e/');
}

/** @returns whether the path stands in code that only serves tests and this check */
export function servesTests(path: string): boolean {
  return isTest(path) || path.startsWith('lib/testing/');
}
