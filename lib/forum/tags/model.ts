// What may be typed about tags, and how they are listed.
import { z } from 'zod';
import { tagInput } from '../writing/model';

const named = z.string({ error: 'tag-missing' }).trim().min(1, { error: 'tag-missing' }).pipe(tagInput);

export const joinTagsInput = z
  .object({
    /** What will be another word for the tag. */
    synonym: named,
    tag: named,
    confirmed: z.boolean().default(false),
  })
  .refine(({ synonym, tag }) => synonym !== tag, { error: 'same-tag', path: ['tag'] });

export const synonymInput = z.object({ synonym: z.string({ error: 'tag-missing' }).min(1).max(80) });

/** A tag with how many threads the reader finds under it. */
export type TagRow = { tag: string; threads: number; synonyms: string[] };
