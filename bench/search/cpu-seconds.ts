// Processor time of some processes and their children, this one included: what a busy machine cannot falsify. Linux only.
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** @param roots process ids; children that ended are counted with their parents */
export function cpuSeconds(roots: readonly (number | undefined)[]): number {
  const known = new Set([process.pid, ...roots]);
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? readStat(name) : undefined;
    if (!fields) continue;
    const [parent = 0, own = 0, ended = 0] = fields;
    const isRoot = known.has(Number(name));
    if (isRoot || (known.has(parent) && parent !== process.pid)) ticks += own + (isRoot ? ended : 0);
  }
  return ticks / ticksPerSecond;
}

/** Parent, own time, time of ended children. */
function readStat(name: string): [number, number, number] | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return [at(1), at(11) + at(12), at(13) + at(14)];
  } catch {
    return undefined;
  }
}
