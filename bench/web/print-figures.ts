// The table of a run, with what was going on beside it.
import type { Figures } from './load';

type Around = { threads: number; cores: number; load: number[]; megabytes: { web: number; worker: number } };

const columns = [
  ['', 30],
  ['conns', 6],
  ['p50 ms', 8],
  ['p95 ms', 8],
  ['req/s', 9],
  ['CPU ms', 9],
  ['of it db', 9],
  ['bytes', 8],
  ['faults', 7],
] as const;

export function printFigures(figures: readonly Figures[], { threads, cores, load, megabytes }: Around): void {
  const row = (cells: readonly string[]) =>
    columns.map(([, width], index) => pad(cells[index] ?? '', width, index === 0)).join('');
  console.log(row(columns.map(([name]) => name)));
  for (const { what, connections, p50, p95, perSecond, cpuMs, databaseMs, bytes, faults } of figures) {
    const times = [p50, p95].map((ms) => ms.toFixed(0));
    const costs = [cpuMs, databaseMs].map((ms) => ms.toFixed(2));
    const counts = [bytes, faults].map(String);
    console.log(row([what, String(connections), ...times, perSecond.toFixed(0), ...costs, ...counts]));
  }
  console.log(
    `${threads} threads, ${cores} cores, load average ${load.map((one) => one.toFixed(1)).join(' ')}`,
  );
  console.log(`memory: web ${megabytes.web.toFixed(0)} MB, worker ${megabytes.worker.toFixed(0)} MB`);
}

function pad(text: string, width: number, atStart: boolean): string {
  return atStart ? text.padEnd(width) : text.padStart(width);
}
