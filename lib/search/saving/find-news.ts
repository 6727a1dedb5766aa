// What is new of a saved search. A mail goes out for what was asked, not for what may have been meant: every word must
// stand in the post or its files, as it is or as one that means the same; typing errors are not guessed at.
import type { Context } from '@/lib/core/context';
import { postgresEngine } from '@/lib/platform/search/postgres-engine';
import type { Candidate, Concept, Filter } from '@/lib/platform/search/query';
import { type Draft, draftConcepts } from '../draft-concepts';
import type { Audience } from '../find-audience';
import { makeFilter } from '../make-filter';
import { parseQuery } from '../parse-query';
import { listSynonyms } from '../queries';
import { holdsAll } from './holds-all';
import { inputOf, type NewsWindow } from './model';
import { listFreshPosts, type MailedSearch } from './queries';

/** Documents looked at; what has no room among them is found the next day. */
const mostLookedAt = 500;
const kinds = ['post', 'file'];

/**
 * Asked of PostgreSQL, whose documents are as new as the house: while Meilisearch is down or lags, no match is lost.
 * @returns ids of posts, at least those that may be read by the audience
 */
export async function findNews(
  tx: Context,
  audience: Audience,
  search: MailedSearch,
  window: NewsWindow,
): Promise<string[]> {
  const { q, pagina: _, ...choices } = inputOf(search.question);
  const { words, phrases, without, conditions } = parseQuery(q);
  const { filter, unknown } = await makeFilter(tx, audience, conditions, choices);
  if (unknown.length > 0) return [];
  const fresh = await listFreshPosts(tx, search, window);
  if (fresh.length === 0) return [];
  const concepts = draftConcepts(words, await listSynonyms(tx)).map(conceptOf);
  const wanted = { concepts, phrases, without, filter: narrow(filter, fresh), limit: mostLookedAt };
  const found = await postgresEngine(tx.db).find(wanted);
  return postsThatHold(found, concepts);
}

/** Each form counts alike: who holds the most words comes first. */
function conceptOf({ stem, others }: Draft): Concept {
  const forms = [[stem], ...others].map((stems) => ({ stems, weight: 1, documents: 1 }));
  return { forms, documents: 1 };
}

function narrow(filter: Filter, fresh: readonly string[]): Filter {
  const { subjects } = filter;
  return {
    ...filter,
    kinds: filter.kinds ? kinds.filter((kind) => filter.kinds?.includes(kind)) : kinds,
    subjects: subjects ? fresh.filter((id) => subjects.includes(id)) : fresh,
  };
}

function postsThatHold(found: readonly Candidate[], concepts: readonly Concept[]): string[] {
  const byPost = new Map<string, Candidate[]>();
  for (const each of found) byPost.set(each.subjectId, [...(byPost.get(each.subjectId) ?? []), each]);
  return [...byPost].filter(([, documents]) => holdsAll(documents, concepts)).map(([id]) => id);
}
