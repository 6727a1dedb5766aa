// The table of a run, with what was going on beside it.
import type { Figures } from './load';
import type { ReplyFigures } from './reply';
import type { Weight } from './weigh';

type Around = { threads: number; cores: number; load: number[]; megabytes: { web: number; worker: number } };

const columns = [
  ['', 30],
  ['conns', 6],
  ['p50 ms', 8],
  ['p97 ms', 8],
  ['req/s', 9],
  ['CPU ms', 9],
  ['of it db', 9],
  ['bytes', 8],
  ['faults', 7],
] as const;

export function printFigures(
  figures: readonly Figures[],
  { threads, cores, load, megabytes }: Around,
  { replies, weights }: { replies: ReplyFigures | undefined; weights: readonly Weight[] },
): void {
  const row = (cells: readonly string[]) =>
    columns.map(([, width], index) => pad(cells[index] ?? '', width, index === 0)).join('');
  console.log(row(columns.map(([name]) => name)));
  for (const { what, connections, p50, p95, perSecond, cpuMs, databaseMs, bytes, faults } of figures) {
    const times = [p50, p95].map((ms) => ms.toFixed(0));
    const costs = [cpuMs, databaseMs].map((ms) => ms.toFixed(2));
    const counts = [bytes, faults].map(String);
    console.log(row([what, String(connections), ...times, perSecond.toFixed(0), ...costs, ...counts]));
  }
  if (replies) printReplies(replies);
  for (const { what, scripts, styles } of weights)
    console.log(`${what}: scripts ${kilobytes(scripts)}, styles ${kilobytes(styles)}`);
  console.log(
    `${threads} threads, ${cores} cores, load average ${load.map((one) => one.toFixed(1)).join(' ')}`,
  );
  console.log(`memory: web ${megabytes.web.toFixed(0)} MB, worker ${megabytes.worker.toFixed(0)} MB`);
}

function pad(text: string, width: number, atStart: boolean): string {
  return atStart ? text.padEnd(width) : text.padStart(width);
}

function printReplies({ replies, refused, p50, p95, cpuMs, reactionsMs }: ReplyFigures): void {
  const times = `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  const costs = `${cpuMs.toFixed(1)} CPU ms, and ${reactionsMs.toFixed(1)} in what follows`;
  console.log(`${replies} answers one after the other (${refused} refused): ${times}, ${costs} each`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
