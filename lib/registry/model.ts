// The registry of communes: how its rows are compared with what was read, so that only what changed is written.
import { z } from 'zod';

/** What held of a commune from a day to a day. Days are ISO; `endedOn` is the first on which it did not hold. */
export type RegistryRow = {
  name: string;
  /** Two letters, as on number plates. */
  province: string;
  /** Six digits; null where the source does not know it. */
  istatCode: string | null;
  /** A letter and three digits. */
  belfioreCode: string;
  startedOn: string;
  endedOn: string | null;
};

/** A row as it is known, with the commune it belongs to. */
export type KnownRow = RegistryRow & { id: string; communeId: string };

/**
 * What an import changes. `added`: a commune nobody knew; `changed`: its open row ends and another begins; `filled`: a code
 * that was not known is written beside the rest; `ended`: it is no commune any more.
 */
export type RegistryChange =
  | { kind: 'added'; row: RegistryRow }
  | { kind: 'changed'; known: KnownRow; row: RegistryRow }
  | { kind: 'filled'; known: KnownRow; istatCode: string }
  | { kind: 'ended'; known: KnownRow; endedOn: string };

export type RegistrySource = {
  rows: readonly RegistryRow[];
  /**
   * Whether it is the list of the State: a commune that is not in it has come to an end, and what it says of names and codes
   * holds. The base only adds communes and ends.
   */
  isComplete: boolean;
  /** ISO day from which it holds. */
  asOf: string;
};

/**
 * Pure: the same source compared again once its changes are written changes nothing. Communes are recognised by their
 * Belfiore code; only open rows are compared, since what ended is history.
 * @param known all rows
 */
export function compareRegistry(known: readonly KnownRow[], source: RegistrySource): RegistryChange[] {
  const open = new Map(known.filter(({ endedOn }) => endedOn === null).map((row) => [row.belfioreCode, row]));
  const everKnown = new Set(known.map(({ belfioreCode }) => belfioreCode));
  const read = new Set(source.rows.map(({ belfioreCode }) => belfioreCode));
  const changes = source.rows.flatMap((row) =>
    compareOne(open.get(row.belfioreCode), row, everKnown, source),
  );
  const missing = source.isComplete
    ? [...open.values()].filter(({ belfioreCode }) => !read.has(belfioreCode))
    : [];
  return [
    ...changes,
    ...missing.map((row) => ({ kind: 'ended' as const, known: row, endedOn: source.asOf })),
  ];
}

function compareOne(
  known: KnownRow | undefined,
  row: RegistryRow,
  everKnown: ReadonlySet<string>,
  { asOf, isComplete }: RegistrySource,
): RegistryChange[] {
  if (!known) return everKnown.has(row.belfioreCode) ? [] : [{ kind: 'added', row }];
  if (row.endedOn !== null) return [{ kind: 'ended', known, endedOn: row.endedOn }];
  if (!isComplete) return [];
  const istatCode = row.istatCode ?? known.istatCode;
  const isSame = known.name === row.name && known.province === row.province;
  if (isSame && known.istatCode === istatCode) return [];
  if (isSame && known.istatCode === null && istatCode !== null) return [{ kind: 'filled', known, istatCode }];
  return [{ kind: 'changed', known, row: { ...row, istatCode, startedOn: asOf } }];
}

export const importInput = z.object({
  rows: z.array(z.custom<RegistryRow>()),
  isComplete: z.boolean(),
  asOf: z.iso.date({ error: 'day-invalid' }),
  isDryRun: z.boolean(),
});

/** How many of each kind, and what they are. */
export type ImportReport = { changes: RegistryChange[]; linked: number };

/** A commune as it is today. */
export type CommuneView = {
  id: string;
  name: string;
  province: string;
  istatCode: string | null;
  belfioreCode: string;
};

/** The shape in which names are looked for: without accents, capitals and the many kinds of apostrophe. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
