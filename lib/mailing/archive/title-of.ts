// What a thread is called and found by, from the subject of the mail that opens it.
import { makeSlug } from '@/lib/text/make-slug';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import { normalizeSubject } from '@/lib/text/normalize-subject';

const untitled = '(senza oggetto)';

/** @returns the columns of `thread` that repeat the subject */
export function titleOf(subject: string): { title: string; normalizedTitle: string; slug: string } {
  const normalized = normalizeSubject(subject);
  const title = maskPersonalData(normalized.title || untitled).text;
  return { title, normalizedTitle: maskPersonalData(normalized.key).text, slug: makeSlug(title) };
}
