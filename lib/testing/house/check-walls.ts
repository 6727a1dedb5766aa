// Holds the modules against the table of walls and the doors between rooms.
import type { Finding, ImportEdge, Module } from './modules';
import { servesTests } from './modules';
import { domainOf, fits } from './patterns';
import { doors, type Wall, walls } from './walls';

/** @returns one finding for each import that goes through a wall */
export function checkWalls(modules: readonly Module[]): Finding[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return modules
    .filter((module) => !servesTests(module.path))
    .flatMap((module) => [
      ...walls.filter((wall) => stands(wall, module)).flatMap((wall) => breaches(wall, module, byPath)),
      ...module.imports.filter((edge) => needsDoor(module, edge)).map((edge) => closed(module, edge)),
    ]);
}

function stands(wall: Wall, module: Module): boolean {
  return fits(module.path, wall.from) && !fits(module.path, wall.except);
}

function breaches(wall: Wall, module: Module, byPath: Map<string, Module>): Finding[] {
  return module.imports.flatMap((edge) => {
    const path = wall.reach
      ? pathThrough(wall, edge, byPath)
      : isBreach(wall, edge)
        ? [edge.target]
        : undefined;
    if (!path) return [];
    const message = `${wall.name}: not ${path.join(' → ')} (${wall.why})`;
    return [{ rule: 'wall', file: module.path, line: edge.line, message }];
  });
}

function isBreach(wall: Wall, edge: ImportEdge): boolean {
  if (edge.typeOnly && fits(edge.target, wall.types)) return false;
  if (fits(edge.target, wall.never)) return true;
  return wall.only !== undefined && !fits(edge.target, wall.only) && !isWords(edge.target);
}

/** Data that lies beside a module carries no code. */
function isWords(target: string): boolean {
  return /\.(json|css|scss|svg)$/.test(target) && !target.startsWith('npm:');
}

/** The way by which an import comes to something forbidden, nearest first; types leave no trace. */
function pathThrough(wall: Wall, start: ImportEdge, byPath: Map<string, Module>): string[] | undefined {
  const seen = new Set<string>();
  const waiting = [{ edge: start, path: [start.target] }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { edge, path } = next;
    if (edge.typeOnly || seen.has(edge.target)) continue;
    if (fits(edge.target, wall.never)) return path;
    seen.add(edge.target);
    const further = byPath.get(edge.target)?.imports ?? [];
    waiting.push(...further.map((each) => ({ edge: each, path: [...path, each.target] })));
  }
  return undefined;
}

function needsDoor(module: Module, edge: ImportEdge): boolean {
  const here = domainOf(module.path);
  const there = domainOf(edge.target);
  if (here === undefined || there === undefined || here === there) return false;
  if (edge.typeOnly && edge.target.endsWith('/model.ts')) return false;
  return !doors[here]?.includes(there);
}

function closed(module: Module, edge: ImportEdge): Finding {
  const message = `there is no door from ${domainOf(module.path)} to ${edge.target}: see doors in lib/testing/house/walls.ts`;
  return { rule: 'wall', file: module.path, line: edge.line, message };
}
