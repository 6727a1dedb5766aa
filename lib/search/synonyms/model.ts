// What may be said to mean the same in the search, and how groups of such words are listed.
import { z } from 'zod';
import { stemsOf } from '@/lib/text/words/stems-of';

export const mostForms = 12;
export const fewestForms = 2;
export const longestForm = 80;
/** Forms of the greatest length with their separators have room in it. */
export const longestForms = 2_000;

/** Forms as they are typed: a line or a comma between them; blanks at the ends and double ones count for nothing. */
export function readForms(typed: string): string[] {
  return typed
    .split(/[\n,;]/)
    .map((form) => form.replace(/\s+/g, ' ').trim())
    .filter((form) => form !== '');
}

/** As `readForms` reads them, to be changed. */
export function writeForms(forms: readonly string[]): string {
  return forms.join('\n');
}

/**
 * Forms that have the same stems are one form to the search, so that the second says nothing.
 * @returns a reason of `refusals`, null where nothing is wrong
 */
export function wrongWithForms(forms: readonly string[]): string | null {
  if (forms.length < fewestForms) return 'forms-too-few';
  if (forms.length > mostForms) return 'forms-too-many';
  if (forms.some((form) => form.length > longestForm)) return 'form-too-long';
  const stems = forms.map((form) => stemsOf(form).join(' '));
  if (stems.includes('')) return 'form-without-word';
  return new Set(stems).size < stems.length ? 'form-twice' : null;
}

const forms = z
  .string({ error: 'forms-too-few' })
  .max(longestForms, { error: 'forms-too-many' })
  .transform(readForms)
  .superRefine((read, issues) => {
    const message = wrongWithForms(read);
    if (message) issues.addIssue({ code: 'custom', message });
  });

export const addSynonymsInput = z.object({ forms });

/** Groups that came with the house have names for ids, others a UUID. */
export const synonymsInput = z.object({
  id: z.string({ error: 'no-such-synonyms' }).min(1, { error: 'no-such-synonyms' }).max(100),
});

export const changeSynonymsInput = synonymsInput.extend({ forms });

/** Words that mean the same to the search. */
export type SynonymGroup = { id: string; forms: string[] };
