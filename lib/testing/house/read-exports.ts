// Finds what a module offers: functions, types, other values, and what it only passes on.
import type { Exported, ExportKind, SyntaxNode } from './modules';
import { isFunction, isNode, lineOf } from './walk';

const typeDeclarations = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'TSDeclareFunction']);

/** @returns every exported name once per declaration, the default one as `default` or under its own name */
export function readExports(program: SyntaxNode): Exported[] {
  const statements = program.body as SyntaxNode[];
  const local = localKinds(statements);
  return statements.flatMap((statement) => {
    const documented = hasDocstring(statement);
    const line = lineOf(statement);
    return exportedBy(statement, local).map((each) => ({ ...each, line, documented }));
  });
}

type Named = { name: string; kind: ExportKind };

function exportedBy(statement: SyntaxNode, local: Map<string, ExportKind>): Named[] {
  if (statement.type === 'ExportAllDeclaration') return [{ name: '*', kind: 'passed-on' }];
  if (statement.type === 'ExportDefaultDeclaration') return [exportedByDefault(statement, local)];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  if (isNode(statement.declaration)) return declared(statement.declaration);
  return (statement.specifiers as SyntaxNode[]).map((specifier) => ({
    name: nameOf(specifier.exported),
    kind: kindOfSpecifier(statement, specifier, local),
  }));
}

function kindOfSpecifier(
  statement: SyntaxNode,
  specifier: SyntaxNode,
  local: Map<string, ExportKind>,
): ExportKind {
  if (statement.exportKind === 'type' || specifier.exportKind === 'type') return 'type';
  if (statement.source) return 'passed-on';
  return local.get(nameOf(specifier.local)) ?? 'value';
}

function exportedByDefault(statement: SyntaxNode, local: Map<string, ExportKind>): Named {
  const value = statement.declaration as SyntaxNode;
  const name = isNode(value.id) ? nameOf(value.id) : 'default';
  if (value.type === 'Identifier') return { name: nameOf(value), kind: local.get(nameOf(value)) ?? 'value' };
  return { name, kind: isFunctionValue(value) ? 'function' : 'value' };
}

function localKinds(statements: SyntaxNode[]): Map<string, ExportKind> {
  return new Map(statements.flatMap(declared).map(({ name, kind }) => [name, kind]));
}

function declared(node: SyntaxNode): Named[] {
  if (node.type === 'VariableDeclaration')
    return (node.declarations as SyntaxNode[]).flatMap(declaredVariable);
  if (!isNode(node.id)) return [];
  const kind = typeDeclarations.has(node.type) ? 'type' : isFunction(node) ? 'function' : 'value';
  return [{ name: nameOf(node.id), kind }];
}

function declaredVariable(declarator: SyntaxNode): Named[] {
  const id = declarator.id as SyntaxNode;
  if (id.type === 'ObjectPattern') {
    return (id.properties as SyntaxNode[])
      .filter((property) => isNode(property.value))
      .map((property) => ({ name: nameOf(property.value), kind: 'value' }));
  }
  return [{ name: nameOf(id), kind: isFunctionValue(declarator.init) ? 'function' : 'value' }];
}

/** A function, or one wrapped in a call such as `cache(async () => …)`. */
function isFunctionValue(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'CallExpression') return isFunctionValue((node.arguments as unknown[])[0]);
  return isFunction(node);
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return String(node.name ?? node.value ?? '');
}

function hasDocstring(statement: SyntaxNode): boolean {
  const before = (statement.leadingComments ?? []) as { type: string; value: string }[];
  const last = before.at(-1);
  return last?.type === 'CommentBlock' && last.value.startsWith('*');
}
