// Sizes: what does not fit on a screen is not understood at a glance.
import type { Finding, Module, SyntaxNode } from './modules';
import { isTest } from './modules';
import { childrenOf, isFunction, isNode, lineOf } from './walk';

export const limits = { file: 300, function: 40, component: 120, nesting: 3 } as const;

const blocks = new Set([
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'SwitchStatement',
  'TryStatement',
]);

/** Lines are counted from the first to the last of a thing, both included. Tests only keep to the size of a file. */
export function checkSizes(modules: readonly Module[]): Finding[] {
  return modules.flatMap((module) => {
    const lines = module.text.replace(/\n$/, '').split('\n').length;
    const findings =
      lines > limits.file ? [finding(module, 1, `${lines} lines, at most ${limits.file}`)] : [];
    if (!isTest(module.path)) measure(module, module.program, { depth: 0, name: undefined }, findings);
    return findings;
  });
}

type Around = { depth: number; name: string | undefined };

function measure(module: Module, node: SyntaxNode, around: Around, findings: Finding[]): void {
  if (isFunction(node)) findings.push(...tooLong(module, node, around.name));
  const depth = around.depth + (blocks.has(node.type) ? 1 : 0);
  if (depth > limits.nesting && depth > around.depth) {
    findings.push(finding(module, lineOf(node), `nested ${depth} deep, at most ${limits.nesting}`));
  }
  for (const child of childrenOf(node)) {
    measure(
      module,
      child,
      { depth: isElseIf(node, child) ? depth - 1 : depth, name: nameFor(node, child) },
      findings,
    );
  }
}

function tooLong(module: Module, node: SyntaxNode, given: string | undefined): Finding[] {
  const name = nameOf(node.id) ?? nameOf(node.key) ?? given;
  const component = module.path.endsWith('.tsx') && /^[A-Z]/.test(name ?? '');
  const limit = component ? limits.component : limits.function;
  const lines = node.loc ? node.loc.end.line - node.loc.start.line + 1 : 0;
  if (lines <= limit) return [];
  const what = `the ${component ? 'component' : 'function'} ${name ?? 'without a name'}`;
  return [finding(module, lineOf(node), `${what} has ${lines} lines, at most ${limit}`)];
}

/** `else if` goes on, it does not go deeper. */
function isElseIf(node: SyntaxNode, child: SyntaxNode): boolean {
  return node.type === 'IfStatement' && node.alternate === child && child.type === 'IfStatement';
}

function nameFor(node: SyntaxNode, child: SyntaxNode): string | undefined {
  if (node.type === 'VariableDeclarator' && node.init === child) return nameOf(node.id);
  return node.type === 'ObjectProperty' && node.value === child ? nameOf(node.key) : undefined;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.name === 'string' ? node.name : undefined;
}

function finding(module: Module, line: number, message: string): Finding {
  return { rule: 'size', file: module.path, line, message };
}
