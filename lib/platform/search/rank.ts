// The order of what was found: BM25 over all fields of a document (Robertson & Zaragoza, "The Probabilistic Relevance
// Framework", 2009), words that stand close together, and what else of the group was found. The same for every engine.
import { type Field, fieldOrder } from './document';
import type { Candidate, Concept } from './query';

/** Measured with `npm run bench:search`; the result hardly moves around these values. */
const fieldWeights: Record<Field, number> = { title: 2, text: 1, tags: 1, names: 0.4, files: 1 };
/** What is usual, in words: a longer field says less with each word. */
const usualLengths: Record<Field, number> = { title: 7, text: 110, tags: 2, names: 6, files: 3 };
const saturation = 0.9;
const lengthEffect = 0.5;
const nearness = 0.7;
const farthest = 8;
const groupShare = 0.3;
/** Documents of a group that answer this nearly as well as the best answer alike: see `Ranked`. */
const alike = 0.97;
/** A name that more things bear names none of them. */
const mostNamesakes = 3;

/** Where several documents of a group answer alike, as to a word of their common title, the first one is shown. */
export type Ranked = { groupId: string; best: Candidate; score: number; candidates: Candidate[] };

/**
 * Groups, best first, each with the candidate that answers best. What bears the name that was asked for, every word of it,
 * comes before what speaks of it.
 * @param documents how many there are in all
 */
export function rank(
  candidates: readonly Candidate[],
  concepts: readonly Concept[],
  documents: number,
): Ranked[] {
  const groups = new Map<string, Scored[]>();
  for (const candidate of candidates) {
    const scored = { candidate, ...score(candidate, concepts, documents) };
    if (concepts.length > 0 && scored.total === 0) continue;
    const group = groups.get(candidate.groupId);
    if (group) group.push(scored);
    else groups.set(candidate.groupId, [scored]);
  }
  return namesFirst([...groups.values()].map(rankGroup).toSorted(byScore), concepts);
}

function namesFirst(ranked: Ranked[], concepts: readonly Concept[]): Ranked[] {
  const named = ranked.filter(({ best }) => bearsName(best, concepts));
  if (concepts.length === 0 || named.length > mostNamesakes) return ranked;
  return [...named, ...ranked.filter((one) => !named.includes(one))];
}

/** What is a group by itself, an organisation or a person, is called by its title. */
function bearsName({ groupId, subjectId, stems }: Candidate, concepts: readonly Concept[]): boolean {
  const title = stems.slice(0, stems.indexOf('\n')).split(' ');
  return (
    groupId === subjectId &&
    concepts.every(({ forms }) => forms.some((form) => places(title, form.stems).length > 0))
  );
}

type Score = { total: number; parts: number[] };
type Scored = Score & { candidate: Candidate };

function byScore(one: Ranked, other: Ranked): number {
  return other.score - one.score || other.best.at - one.best.at || (one.groupId < other.groupId ? -1 : 1);
}

function rankGroup(scored: Scored[]): Ranked {
  const most = Math.max(...scored.map(({ total }) => total));
  const [first, ...rest] = scored.toSorted(
    (one, other) =>
      Number(other.total >= alike * most) - Number(one.total >= alike * most) ||
      one.candidate.at - other.candidate.at,
  );
  if (!first) throw new Error('a group without candidates');
  const together = first.parts.map((part, index) =>
    Math.max(part, ...rest.map(({ parts }) => parts[index] ?? 0)),
  );
  return {
    groupId: first.candidate.groupId,
    best: first.candidate,
    score: most + groupShare * sum(together),
    candidates: scored.map(({ candidate }) => candidate),
  };
}

function score(candidate: Candidate, concepts: readonly Concept[], documents: number): Score {
  const fields = readFields(candidate.stems);
  const weights = concepts.map(({ forms }) =>
    Math.max(...forms.map((form) => form.weight * rarity(form.documents, documents))),
  );
  const parts = concepts.map((concept) => strength(fields, concept, documents));
  return {
    parts,
    total: sum(parts) + (sum(parts) > 0 ? nearness * closeness(fields, concepts, weights) : 0),
  };
}

/** Inverse document frequency. */
function rarity(holding: number, documents: number): number {
  const all = Math.max(documents, holding);
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

type FieldStems = { stems: string[]; weight: number };

function readFields(stems: string): FieldStems[] {
  const lines = stems.split('\n');
  return fieldOrder.flatMap((field, index) => {
    const line = lines[index];
    if (!line) return [];
    const found = line.split(' ');
    const length = 1 - lengthEffect + (lengthEffect * found.length) / usualLengths[field];
    return [{ stems: found, weight: fieldWeights[field] / length }];
  });
}

/** How much a document speaks of a concept, in the form it says it best; more words count less and less. */
function strength(fields: readonly FieldStems[], { forms }: Concept, documents: number): number {
  const strengths = forms.map((form) => {
    const found = sum(fields.map(({ stems, weight }) => weight * places(stems, form.stems).length));
    const often = (found * (1 + saturation)) / (found + saturation);
    return form.weight * rarity(form.documents, documents) * often;
  });
  return Math.max(0, ...strengths);
}

function places(stems: readonly string[], wanted: readonly string[]): number[] {
  const [first, ...rest] = wanted;
  const found: number[] = [];
  if (first === undefined) return found;
  for (let at = stems.indexOf(first); at >= 0; at = stems.indexOf(first, at + 1)) {
    if (rest.every((stem, index) => stems[at + 1 + index] === stem)) found.push(at);
  }
  return found;
}

/** Concepts that follow each other in the question and stand close together in the text. */
function closeness(fields: readonly FieldStems[], concepts: readonly Concept[], weights: number[]): number {
  if (concepts.length < 2) return 0;
  const texts = fields.map(({ stems }) => stems);
  const at = concepts.map(({ forms }) =>
    texts.map((stems) => inOrder(forms.flatMap((form) => places(stems, form.stems)))),
  );
  const pairs = concepts.slice(1).map((_, index) => {
    const distances = texts.map((_text, field) => distance(at[index]?.[field], at[index + 1]?.[field]));
    const nearest = Math.min(...distances);
    if (nearest > farthest) return 0;
    return Math.min(weights[index] ?? 0, weights[index + 1] ?? 0) / Math.max(1, nearest / 2);
  });
  return sum(pairs);
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

/** Both in order, each place once: a text that says the same words all over is gone through once. */
function distance(ones: readonly number[] = [], others: readonly number[] = []): number {
  let nearest = Number.POSITIVE_INFINITY;
  let next = 0;
  for (const one of ones) {
    while ((others[next] ?? Number.POSITIVE_INFINITY) < one) next++;
    const isSame = others[next] === one;
    const before = one - (others[next - 1] ?? Number.NEGATIVE_INFINITY);
    const after = (others[isSame ? next + 1 : next] ?? Number.POSITIVE_INFINITY) - one;
    nearest = Math.min(nearest, before, after, isSame ? farthest : Number.POSITIVE_INFINITY);
  }
  return nearest;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
