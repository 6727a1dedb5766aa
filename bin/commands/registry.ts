// `raccordo registry import`: brings the registry of communes up to ISTAT's list, or loads its base.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runCommand } from '@/bin/run-command';
import { isoDay } from '@/lib/core/time';
import { importRegistry } from '@/lib/registry/import-registry';
import type { ImportReport, RegistryChange } from '@/lib/registry/model';
import { readBelfiore } from '@/lib/registry/read-belfiore';
import { type ReadRegistry, readIstat } from '@/lib/registry/read-istat';

export const usage = 'registry import [FILE] [--dry-run]';

type Given = { file?: string; isDryRun: boolean };

const mostShown = 20;

/** Without FILE the base that comes with the program. @returns the exit code: 0 done, 2 not understood, above that refused */
export function run(args: string[]): Promise<number> {
  return runCommand(usage, read(args), async (ctx, { file, isDryRun }) => {
    const asOf = isoDay(ctx.now);
    const { rows, faults }: ReadRegistry = file
      ? readIstat(await readFile(file), asOf)
      : { rows: await readBelfiore(), faults: [] };
    const report = await importRegistry(ctx, { rows, isComplete: file !== undefined, asOf, isDryRun });
    return sentence(report, faults, isDryRun);
  });
}

function read(args: string[]): Given | null {
  try {
    const options = { 'dry-run': { type: 'boolean' } as const };
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [verb, file, ...rest] = positionals;
    return verb === 'import' && rest.length === 0 ? { file, isDryRun: values['dry-run'] ?? false } : null;
  } catch {
    return null;
  }
}

function sentence(
  { changes, linked }: ImportReport,
  faults: ReadRegistry['faults'],
  isDryRun: boolean,
): string {
  const count = (kind: RegistryChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const kinds = (['added', 'changed', 'filled', 'ended'] as const).map((kind) => `${kind} ${count(kind)}`);
  const shown = changes.filter(({ kind }) => kind !== 'added' && kind !== 'filled').slice(0, mostShown);
  return [
    `${isDryRun ? 'Would change' : 'Changed'}: ${kinds.join(', ')}; organisations linked: ${linked}.`,
    ...shown.map(describe),
    ...faults
      .slice(0, mostShown)
      .map(({ line, text }) => `Line ${line} is no commune and was left out: ${text}`),
    ...(faults.length > mostShown ? [`And ${faults.length - mostShown} more lines.`] : []),
  ].join('\n');
}

function describe(change: RegistryChange): string {
  if (change.kind === 'changed') {
    const { known, row } = change;
    return `  ${known.name} (${known.province}) → ${row.name} (${row.province}), from ${row.startedOn}`;
  }
  return change.kind === 'ended'
    ? `  ${change.known.name} (${change.known.province}) ended on ${change.endedOn}`
    : '';
}
