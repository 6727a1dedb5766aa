// What can be asked of the search and what it answers; the pure decisions about words.
import { z } from 'zod';
import { type Signature, threadAddress } from '@/lib/forum/model';

/** What can be found, as the address bar names it. */
export const kindWords = {
  post: 'discussioni',
  file: 'allegati',
  organization: 'enti',
  person: 'persone',
} as const;
export type Kind = keyof typeof kindWords;

export const hitsPerPage = 20;
/** Longer questions are cut: nobody typed them. */
export const longestQuery = 10_000;
export const mostWords = 300;
/** Conditions, phrases and words left out are kept as far as anyone would set them by hand. */
export const mostConditions = 10;
/** No word is longer: beyond some two thousand bytes PostgreSQL takes none. */
export const longestWord = 200;

/** At most so many last questions of a person are kept, none longer than this. */
export const mostRecent = 10;
const longestRecent = 200;

/** What the database cannot hold. */
const withoutNul = (text: string) => text.replaceAll('\0', ' ');
const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{1,120}$/i)
  .optional()
  .catch(undefined);

/** The address bar of the search: anything odd becomes the default. */
export const searchInput = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => withoutNul(text.slice(0, longestQuery)).trim()),
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
  tipo: z.enum(Object.values(kindWords)).optional().catch(undefined),
  area: slug,
  ente: slug,
  anno: z.coerce.number().int().min(1990).max(2200).optional().catch(undefined),
  risposta: z.enum(['con', 'senza']).optional().catch(undefined),
});
export type SearchInput = z.infer<typeof searchInput>;

export const recentInput = z.object({ q: z.string().trim().min(1).max(longestRecent) });

/** The address of a search; a first page needs no number. */
export function searchAddress({ q, pagina, ...choices }: Partial<SearchInput>): string {
  const query = new URLSearchParams(q ? { q } : {});
  for (const [name, value] of Object.entries(choices))
    if (value !== undefined) query.set(name, String(value));
  if (pagina !== undefined && pagina > 1) query.set('pagina', String(pagina));
  return query.size > 0 ? `/cerca?${query}` : '/cerca';
}

/** What narrows a search, in the order people see it: the list of `Facets` and its name in the address. */
export const narrowings = [
  { facet: 'kinds', choice: 'tipo' },
  { facet: 'areas', choice: 'area' },
  { facet: 'answered', choice: 'risposta' },
  { facet: 'years', choice: 'anno' },
  { facet: 'organizations', choice: 'ente' },
] as const;

/** The same search with one choice more, less or otherwise; from its first page. */
export function narrowed(
  { pagina: _, ...input }: SearchInput,
  choice: (typeof narrowings)[number]['choice'],
  value: string | undefined,
): string {
  return searchAddress({ ...input, [choice]: value });
}

export const prefixes = ['autore', 'ente', 'area', 'dal', 'al', 'allegato'] as const;
export type Prefix = (typeof prefixes)[number];

/** A question taken apart. Words are folded, as `splitWords` gives them. */
export type ParsedQuery = {
  words: string[];
  phrases: string[][];
  without: string[][];
  conditions: { prefix: Prefix; value: string }[];
};

/** Whether nothing is asked: what is to be left out alone is no question. */
export function isNothing({ words, phrases, conditions }: ParsedQuery): boolean {
  return words.length + phrases.length + conditions.length === 0;
}

type Place = { number: number; slug: string; areaSlug: string };

/** `passage` holds the found words between `highlightMarks`; `file`: the name of the file it stands in. */
export type ThreadHit = Place & {
  kind: 'thread';
  title: string;
  areaName: string;
  postNumber: number;
  author: Signature;
  postedAt: Date;
  solved: boolean;
  file: string | null;
  passage: string;
};
export type OrganizationHit = { kind: 'organization'; slug: string; title: string };
export type PersonHit = {
  kind: 'person';
  id: string;
  title: string;
  organization: { slug: string; name: string } | null;
};
export type Hit = ThreadHit | OrganizationHit | PersonHit;

/** How many hits there would be with each choice. `value` is what the address bar says, `name` what people read. */
export type Facet = { value: string; name: string; count: number };
export type Facets = {
  kinds: Facet[];
  areas: Facet[];
  organizations: Facet[];
  years: Facet[];
  answered: Facet[];
};

export type SearchResult = {
  hits: Hit[];
  total: number;
  /** There may be more than `total`: only the best are looked at. */
  more: boolean;
  /** The search server is away: fewer spellings are understood. */
  reduced: boolean;
  facets: Facets;
  /** Conditions that fit nothing the searcher may see. */
  unknown: ParsedQuery['conditions'];
};

/** Something whose name begins like what is being typed. */
export type Suggested = (Place & { kind: 'thread'; title: string }) | OrganizationHit | PersonHit;

/** Where what was found stands: a person is shown with the organisation they work for. */
export function foundAddress(found: Suggested): string {
  if (found.kind === 'thread') return threadAddress(found);
  if (found.kind === 'organization') return `/enti/${found.slug}`;
  return found.organization ? `/enti/${found.organization.slug}` : '/enti';
}

/** What the search box offers: `note` says what each is, `said` how many there are. */
export type Suggestions = {
  label: string;
  said: string;
  items: { title: string; href: string; note: string }[];
};

/** Last questions that begin like what is typed, but for the very same; beside suggestions only some. */
export function recentMeant(recent: readonly string[], typed: string): string[] {
  const begun = typed.trim().toLowerCase();
  if (begun === '') return [...recent];
  return recent
    .map((query) => ({ query, lower: query.toLowerCase() }))
    .filter(({ lower }) => lower.startsWith(begun) && lower !== begun)
    .map(({ query }) => query)
    .slice(0, 3);
}

/** Zero is the number of no thread. */
export const relatedInput = z.object({
  discussione: z.coerce.number().int().min(1).max(2_147_483_647).catch(0),
});

/** Where the threads most like one stand. */
export function relatedAddress(thread: number): string {
  return `/cerca/collegate?discussione=${thread}`;
}

/**
 * The days of `dal:` and `al:`: a day (`2026-10-01`, `1/10/2026`), a month (`10/2026`) or a year.
 * @returns the first moment and the first moment after, by the calendar of Rome; undefined when it is no date
 */
export function periodOf(value: string): { from: Date; until: Date } | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  const local = /^(?:(?:(\d{1,2})[/.])?(\d{1,2})[/.])(\d{4})$/.exec(value);
  const [year, month, day] = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined) return undefined;
  const first = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  const from = startOfDay(first);
  if (from === undefined) return undefined;
  const after = {
    year: first.year + (month ? 0 : 1),
    month: first.month + (month && !day ? 1 : 0),
    day: first.day + (day ? 1 : 0),
  };
  return { from, until: midnightInRome(Date.UTC(after.year, after.month - 1, after.day)) };
}

function startOfDay({ year, month, day }: { year: number; month: number; day: number }): Date | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900 && year <= 2200;
  return exists ? midnightInRome(at.getTime()) : undefined;
}

/** Rome is one hour ahead of UTC, two in summer; at midnight of a change the old hour still counts. */
function midnightInRome(utc: number): Date {
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Rome',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const ahead = Number(hour.format(new Date(utc - 3_600_000))) === 0 ? 1 : 2;
  return new Date(utc - ahead * 3_600_000);
}
