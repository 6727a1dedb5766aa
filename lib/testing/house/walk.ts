// A walk over a syntax tree: every node once, parents first.
import type { SyntaxNode } from './modules';

const besides = new Set([
  'loc',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
  'errors',
  'tokens',
]);

/** @returns the nodes directly below `node`, in the order of the text */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.entries(node)
    .filter(([key]) => !besides.has(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Calls `visit` for `node` and everything below it. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

/** @returns the line the node begins on, 1-based */
export function lineOf(node: SyntaxNode): number {
  return node.loc?.start.line ?? 1;
}

/** @returns whether a value found in the tree is itself a node */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);

/** @returns whether the node is a function of any form */
export function isFunction(node: SyntaxNode): boolean {
  return functionTypes.has(node.type);
}
