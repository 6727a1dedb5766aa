// The application a link leads to, for the deeds of its holder.
import { eq } from 'drizzle-orm';
import { application } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import type { OpenApplication } from '../find-open-application';
import { hashWord, resumeLifetime } from './model';

/** @throws Refusal `not-found` for an unknown word, `gone` where it was not used for too long */
export async function findByWord({ db, now }: Context, word: string): Promise<OpenApplication> {
  const [found] = await db
    .select()
    .from(application)
    .where(eq(application.tokenHash, hashWord(word)));
  if (!found) throw new Refusal('not-found', 'application-unknown');
  if (now.getTime() - found.changedAt.getTime() > resumeLifetime)
    throw new Refusal('gone', 'application-link-expired');
  return found;
}
