// The register of adhesions on a day: what one may look for in it, and how its rows are written down for other programs.
import { z } from 'zod';
import { type MembershipState, membershipStates, type Organ, type OrganizationKind } from '@/db/words';
import { dayInput } from '../model';

/** One organisation as it stood on the day asked for. Days are ISO. */
export type RollRow = {
  organizationId: string;
  slug: string;
  name: string;
  kind: OrganizationKind;
  province: string | null;
  istatCode: string | null;
  state: MembershipState;
  /** Since when it stands so. */
  since: string;
  /** Since when it belongs to the network without a break; null for whoever does not. */
  memberSince: string | null;
  /** The act it last joined or renewed by. */
  act: { organ: Organ; number: string; year: number; sessionOn: string } | null;
};

/** `in`: all that belong to the network; otherwise one state. */
export const rollStates = ['in', 'all', ...membershipStates] as const;
export type RollState = (typeof rollStates)[number];

/** The query of the register as the address bar gives it: anything odd becomes the default. */
export const rollQuery = z.object({
  al: dayInput.catch(null),
  stato: z.enum(rollStates).catch('in'),
  provincia: z.string().trim().max(40).catch(''),
  q: z.string().trim().max(120).catch(''),
});
export type RollQuery = z.output<typeof rollQuery>;

/** The address of the register, or of a file made of it, with what differs from the usual. */
export function rollAddress(query: Partial<RollQuery>, file = ''): string {
  const { al, stato, provincia, q } = query;
  const pairs: [string, string | null | undefined][] = [
    ['al', al],
    ['stato', stato === 'in' ? null : stato],
    ['provincia', provincia],
    ['q', q],
  ];
  const search = new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `/segreteria/registro${file}${search.size > 0 ? `?${search}` : ''}`;
}

const columns = [
  'ente',
  'slug',
  'tipo',
  'provincia',
  'codice_istat',
  'stato',
  'dal',
  'aderente_dal',
  'atto_organo',
  'atto_numero',
  'atto_anno',
  'atto_data',
] as const;

/**
 * RFC 4180 with `;`, as Italian spreadsheets expect it, and a BOM; days are ISO, words are those of the code. A value that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
export function rollCsv(rows: readonly RollRow[]): string {
  const lines = rows.map((row) => [
    ...[row.name, row.slug, row.kind, row.province, row.istatCode, row.state, row.since, row.memberSince],
    ...(row.act
      ? [row.act.organ, row.act.number, String(row.act.year), row.act.sessionOn]
      : ['', '', '', '']),
  ]);
  return `\uFEFF${[[...columns], ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string | null): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
