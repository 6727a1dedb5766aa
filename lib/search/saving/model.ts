// Searches that persons keep: how a question is written down, what may be typed, and how they are listed.
import { z } from 'zod';
import { isNothing, type SearchInput, searchInput } from '../model';
import { parseQuery } from '../parse-query';

/** A person. */
export const mostSaved = 20;
export const longestQuestion = 500;
export const longestName = 120;

/** In the order of the address bar. */
const choices = ['tipo', 'area', 'ente', 'anno', 'risposta'] as const;

/** The question as the address bar says it, the same for all ways to write the same; the page of the list is none of it. */
export function questionOf(input: SearchInput): string {
  const question = new URLSearchParams({ q: input.q.replace(/\s+/g, ' ') });
  for (const name of choices) {
    const value = input[name];
    if (value !== undefined) question.set(name, String(value));
  }
  return question.toString();
}

/** What is asked by a question that was written down; odd parts count for nothing, as in the address bar. */
export function inputOf(question: string): SearchInput {
  return searchInput.parse(Object.fromEntries(new URLSearchParams(question)));
}

/** Where it is asked again: links in pages and mails say the same. */
export function searchAddress(question: string): string {
  return `/cerca?${question}`;
}

const question = z
  .string({ error: 'question-missing' })
  .max(longestQuestion * 4, { error: 'question-too-long' })
  .transform(inputOf)
  .refine(({ q }) => !isNothing(parseQuery(q)), { error: 'question-missing' })
  .refine(({ q }) => q.length <= longestQuestion, { error: 'question-too-long' });

/** Without a name it is called by its words. */
export const saveSearchInput = z
  .object({
    question,
    name: z.string().trim().max(longestName, { error: 'search-name-too-long' }).default(''),
  })
  .transform(({ question: asked, name }) => ({
    question: questionOf(asked),
    name: name || asked.q.replace(/\s+/g, ' ').slice(0, longestName),
  }));

export const savedSearchInput = z.object({ id: z.uuid({ error: 'no-such-search' }) });

export const searchMailInput = savedSearchInput.extend({ mail: z.boolean() });

/** `mails`: whether what is new comes with the daily digest. */
export type SavedSearch = { id: string; name: string; question: string; mails: boolean };

/** Whose news is looked for, for which digest: what came in up to `until` and is in no copy from before `plannedAt`. */
export type NewsWindow = { personId: string; digestId: string; until: Date; plannedAt: Date };

/** What a digest tells of one saved search. */
export type ToldSearch = { id: string; name: string; question: string; postIds: string[] };
