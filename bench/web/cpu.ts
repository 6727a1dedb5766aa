// What processes have used, as the kernel counts it: CPU time with that of their ended children, and memory.
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's clock ticks are hundredths of a second on every Linux that Node runs on. */
const msPerTick = 10;

type Stat = { pid: number; parent: number; ticks: number; waitedFor: number };

/** @returns undefined where the process has ended */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold blanks: fields are counted after it, from the third.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (...positions: number[]) =>
      positions.reduce((sum, position) => sum + Number(fields[position - 3]), 0);
    return { pid, parent: ticks(4), ticks: ticks(14, 15), waitedFor: ticks(16, 17) };
  } catch {
    return undefined;
  }
}

function everyProcess(): Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
}

/** @returns milliseconds of CPU that these processes and all below them have used since they began */
export function cpuOf(roots: readonly number[]): number {
  const all = everyProcess();
  const counted = new Set(roots);
  for (let size = 0; size !== counted.size; ) {
    size = counted.size;
    for (const { pid, parent } of all) if (counted.has(parent)) counted.add(pid);
  }
  return all
    .filter(({ pid }) => counted.has(pid))
    .reduce((sum, { ticks, waitedFor }) => sum + (ticks + waitedFor) * msPerTick, 0);
}

/** @returns bytes resident now; 0 for no process */
export function memoryOf(pid: number): number {
  if (pid === 0) return 0;
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(found ?? 0) * 1024;
}
