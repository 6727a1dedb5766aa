// What an organisation did in the forum: asked, or answered what others asked.
import { z } from 'zod';

export const contributionKinds = ['all', 'asked', 'answered'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** As the address bar writes them. */
export const contributionWords: Record<ContributionKind, string> = {
  all: 'tutte',
  asked: 'chieste',
  answered: 'risposte',
};

/** How many threads of each kind the reader may open. */
export type ContributionCounts = Record<ContributionKind, number>;

export const contributionQuery = z.object({
  filtro: z.enum(Object.values(contributionWords)).catch(contributionWords.all),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The kind a word of the address bar stands for. */
export function contributionKindOf(word: string): ContributionKind {
  return contributionKinds.find((kind) => contributionWords[kind] === word) ?? 'all';
}

/** The address of an organisation's view of the forum; what is usual is left out. */
export function contributionAddress(slug: string, kind: ContributionKind = 'all', page = 1): string {
  const query = new URLSearchParams();
  if (kind !== 'all') query.set('filtro', contributionWords[kind]);
  if (page > 1) query.set('pagina', String(page));
  const path = `/forum/enti/${encodeURIComponent(slug)}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
