// The whole check of docs/architecture.md over a source tree.
import { checkWalls } from './check-walls';
import { checkCircles } from './circles';
import { checkComments } from './comments';
import type { Finding, Tree } from './modules';
import { readModules } from './read-modules';
import { checkSizes } from './sizes';
import { checkVocabulary } from './vocabulary';

/** A house with fewer modules than this was not found: the check looked in the wrong place. */
export const leastModules = 20;

/** @returns all findings by file and line; none means that the house is in order */
export function checkHouse(tree: Tree, least = leastModules): Finding[] {
  const { modules, findings } = readModules(tree);
  if (modules.length < least) {
    const message = `only ${modules.length} modules are seen, at least ${least} are expected`;
    return [...findings, { rule: 'presence', file: '.', line: 1, message }];
  }
  return [
    ...findings,
    ...checkWalls(modules),
    ...checkCircles(modules),
    ...checkVocabulary(tree, modules),
    ...checkSizes(modules),
    ...checkComments(modules),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
