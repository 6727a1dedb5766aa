// Finds what a module asks of others: import, export … from, import(), require() and import types.
import type { SyntaxNode } from './modules';
import { isNode, lineOf, walk } from './walk';

export type Asked = { specifier: string; line: number; typeOnly: boolean };

/** @returns every request with a literal specifier, in the order of the text */
export function readImports(program: SyntaxNode): Asked[] {
  const asked: Asked[] = [];
  walk(program, (node) => {
    const source = sourceOf(node);
    if (source) asked.push({ specifier: source, line: lineOf(node), typeOnly: isTypeOnly(node) });
  });
  return asked;
}

function sourceOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return literal(node.source);
    case 'TSImportType':
      return literal(node.argument) ?? literal(node.source);
    case 'TSExternalModuleReference':
      return literal(node.expression);
    case 'CallExpression':
      return isRequest(node.callee) ? literal((node.arguments as unknown[])[0]) : undefined;
    default:
      return undefined;
  }
}

function isRequest(callee: unknown): boolean {
  return isNode(callee) && (callee.type === 'Import' || callee.name === 'require');
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return literal(node.literal);
  return node.type === 'StringLiteral' ? String(node.value) : undefined;
}

/** Type-only is what leaves no trace at run time: `import type`, or specifiers that are all `type`. */
function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as SyntaxNode[];
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type')
  );
}
