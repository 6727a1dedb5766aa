// What the words of a question may stand for: their forms, how rare each is, and what was meant by a misspelt one.
import type { Context } from '@/lib/core/context';
import type { Concept, Form } from '@/lib/platform/search/query';
import { type Draft, draftConcepts } from './draft-concepts';
import { nearestWords } from './nearest-words';
import { countDocuments, listNeighbours, listSynonyms, type Neighbour } from './queries';
import { splitJoined } from './split-joined';

/** A question of more words is about its rarest ones. */
const mostConcepts = 16;
/** A word in no more documents than this may be somebody's typing error, where a near one stands in many times more. */
const fewDocuments = 2;
const manyTimes = 20;
/** How much what was meant counts against what was typed. */
const weights = { typed: 1, synonym: 0.7, misspelt: 0.8, begun: 0.6 };

export type Understood = {
  concepts: Concept[];
  /** How many documents there are. */
  documents: number;
  /** Whether words were asked of which nothing is known, not even by their neighbours. */
  isUnknown: boolean;
};

/** @param words folded, stop words included */
export async function understandWords(ctx: Context, words: readonly string[]): Promise<Understood> {
  if (words.length === 0) return { concepts: [], documents: 0, isUnknown: false };
  const drafts = draftConcepts(words, await listSynonyms(ctx));
  const stems = drafts.flatMap(({ stem, others }) => [stem, ...others.flat()]);
  const counts = await countDocuments(ctx, stems);
  const doubtful = drafts
    .map(({ stem }) => stem)
    .filter((stem) => stem.length >= 3 && (counts.get(stem) ?? 0) <= fewDocuments);
  const guessed = doubtful.slice(0, mostConcepts);
  const [neighbours, parts] = await Promise.all([
    listNeighbours(ctx, guessed),
    guessed.length > 0 ? countDocuments(ctx, guessed.flatMap(splitJoined).flat()) : counts,
  ]);
  const concepts = drafts
    .map((draft) => conceptOf(draft, counts, neighbours, parts))
    .filter(({ forms }) => forms.length > 0);
  const rarest = new Set(
    concepts.toSorted((one, other) => one.documents - other.documents).slice(0, mostConcepts),
  );
  return {
    concepts: concepts.filter((concept) => rarest.has(concept)),
    documents: counts.get('') ?? 0,
    isUnknown: drafts.length > 0 && concepts.length === 0,
  };
}

type Counts = Map<string, number>;

function conceptOf(
  { stem, others }: Draft,
  counts: Counts,
  neighbours: readonly Neighbour[],
  parts: Counts,
): Concept {
  const near = neighbours.filter(({ of, word }) => of === stem && word !== stem);
  const own = counts.has(stem)
    ? [form([stem], weights.typed, counts), ...correctedFrom(stem, near, counts.get(stem) ?? 0)]
    : [...joinedFrom(stem, parts), ...meantBy(stem, near)];
  const forms = [...own, ...others.map((stems) => form(stems, weights.synonym, counts))]
    .filter(({ documents }) => documents > 0)
    .toSorted((one, later) => later.weight - one.weight);
  return { forms, documents: forms.reduce((sum, { documents }) => sum + documents, 0) };
}

/** What was meant by a word that somebody mistyped the same way before, and the searcher may not even read. */
function correctedFrom(stem: string, neighbours: readonly Neighbour[], documents: number): Form[] {
  const usual = neighbours.filter((each) => !each.longer && each.documents >= manyTimes * documents);
  return meantBy(stem, usual);
}

/** Of several places where the word can be cut, the one with the more usual parts. */
function joinedFrom(stem: string, counts: Counts): Form[] {
  return splitJoined(stem)
    .map((stems) => form(stems, weights.misspelt, counts))
    .filter(({ documents }) => documents > 0)
    .toSorted((one, other) => other.documents - one.documents)
    .slice(0, 1);
}

/** Words side by side stand together in fewer documents than the rarest of them does. */
function form(stems: readonly string[], weight: number, counts: Counts): Form {
  return { stems, weight, documents: Math.min(...stems.map((stem) => counts.get(stem) ?? 0)) };
}

/** Only the first letters of a word that is still being typed, or a word with a typing error. */
function meantBy(stem: string, neighbours: readonly Neighbour[]): Form[] {
  const near =
    stem.length >= 4
      ? nearestWords(
          stem,
          neighbours.filter(({ longer }) => !longer),
        )
      : [];
  const begun = neighbours.filter(({ longer, word }) => longer && !near.some((each) => each.word === word));
  return [
    ...near.map(({ word, documents }) => ({ stems: [word], weight: weights.misspelt, documents })),
    ...begun.map(({ word, documents }) => ({ stems: [word], weight: weights.begun, documents })),
  ];
}
