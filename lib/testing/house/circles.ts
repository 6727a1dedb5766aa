// No circle of imports: whoever reads a module never comes back to it.
import type { Finding, Module } from './modules';

/** Type-only imports leave no trace at run time and are not counted. @returns one finding for each circle */
export function checkCircles(modules: readonly Module[]): Finding[] {
  const asks = new Map(modules.map(({ path, imports }) => [path, imports.filter((edge) => !edge.typeOnly)]));
  const done = new Set<string>();
  const way: string[] = [];
  const findings: Finding[] = [];

  function follow(path: string, line: number, from: string): void {
    const start = way.indexOf(path);
    if (start >= 0) {
      const message = `comes back to itself: ${[...way.slice(start), path].join(' → ')}`;
      findings.push({ rule: 'circle', file: from, line, message });
    }
    if (start >= 0 || done.has(path)) return;
    way.push(path);
    for (const edge of asks.get(path) ?? []) follow(edge.target, edge.line, path);
    way.pop();
    done.add(path);
  }

  for (const { path } of modules) follow(path, 1, path);
  return findings;
}
