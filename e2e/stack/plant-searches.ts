// Searches that Rita keeps: one told by mail, one that is not, with the longest of names and words.
import type { Database } from '@/db/client';
import { chooseSearchMail } from '@/lib/search/saving/choose-search-mail';
import { saveSearch } from '@/lib/search/saving/save-search';
import type { World } from '@/lib/testing/world';

export async function plantSearches(db: Database, { actors }: World, now: Date): Promise<void> {
  const ctx = { db, actor: actors.rita, now };
  await saveSearch(ctx, { question: 'q=alloggio' });
  const name = `${'parolalunghissima'.repeat(5)} e poi altre`;
  const { id } = await saveSearch(ctx, { question: 'q=idoneità+minori&area=operatori&risposta=senza', name });
  await chooseSearchMail(ctx, { id, mail: false });
}
