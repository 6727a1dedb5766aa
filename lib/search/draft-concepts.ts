// From words to concepts: each word that says something, with the acronyms and other words of the trade that mean the same.

import { stemOf } from '@/lib/text/words/stems-of';
import { isStopWord } from '@/lib/text/words/stop-words';

/** Stems of the forms of one meaning. */
export type Synonym = readonly (readonly string[])[];
/** The word itself first. */
export type Draft = { stem: string; others: (readonly string[])[] };

/**
 * Where several words together are a form (permesso di soggiorno), each of them may be said by the other forms (PdS).
 * @param words folded, stop words included
 */
export function draftConcepts(words: readonly string[], synonyms: readonly Synonym[]): Draft[] {
  const stems = words.filter((word) => !isStopWord(word)).map(stemOf);
  const drafts: Draft[] = stems.map((stem) => ({ stem, others: [] }));
  for (const forms of synonyms) for (const form of forms) addOthers(drafts, stems, forms, form);
  return withoutRepeats(drafts);
}

function addOthers(
  drafts: readonly Draft[],
  stems: readonly string[],
  forms: Synonym,
  form: readonly string[],
): void {
  const others = forms.filter((other) => other !== form);
  for (const start of placesOf(stems, form)) {
    for (const draft of drafts.slice(start, start + form.length)) draft.others.push(...others);
  }
}

function placesOf(stems: readonly string[], form: readonly string[]): number[] {
  if (form.length === 0) return [];
  return stems.flatMap((_, at) => (form.every((stem, index) => stems[at + index] === stem) ? [at] : []));
}

/** A word said twice is not meant twice. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}
