// Whether documents together hold every concept of a question in one of its forms.
import type { Candidate, Concept } from '@/lib/platform/search/query';

/** @param documents of one post: its own, and those of its files */
export function holdsAll(
  documents: readonly Pick<Candidate, 'stems'>[],
  concepts: readonly Pick<Concept, 'forms'>[],
): boolean {
  const lines = documents.flatMap(({ stems }) => stems.split('\n').map((line) => ` ${line} `));
  return concepts.every(({ forms }) =>
    forms.some(({ stems }) => lines.some((line) => line.includes(` ${stems.join(' ')} `))),
  );
}
