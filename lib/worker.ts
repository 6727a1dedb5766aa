// What the worker does: the tasks of the queue and the ones the clock starts.
import { type ParsedCronItem, parseCronItems, type TaskList } from 'graphile-worker';
import type { Database } from '@/db/client';
import { cleanExpired } from '@/lib/auth/clean-expired';
import { signInTask } from '@/lib/auth/request-sign-in';
import { sendSignInLink } from '@/lib/auth/send-sign-in-link';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { cleanDrafts } from '@/lib/forum/drafts/clean-drafts';
import { readFileText } from '@/lib/forum/files/read-file-text';
import { readFileTask } from '@/lib/forum/files/read-files-of';
import { sealAudit } from '@/lib/platform/audit/seal';
import { addJob } from '@/lib/platform/jobs/add-job';
import { factTasks } from '@/lib/platform/jobs/fact-tasks';
import { mailTask, type OutgoingMail } from '@/lib/platform/mail/queue-mail';
import { sendMail } from '@/lib/platform/mail/send-mail';
import { countWords } from '@/lib/platform/search/keep-documents';
import { reactions } from '@/lib/reactions';
import { feedSearch } from '@/lib/search/keeping/feed-search';
import { mendSearch } from '@/lib/search/keeping/mend-search';

const sealTask = 'audit.seal';
const cleanTask = 'auth.clean';
const draftsTask = 'forum.clean-drafts';
const wordsTask = 'search.count-words';
const mendTask = 'search.mend';

/** The tasks by name, each with a context of its own moment. */
export function workerTasks(db: Database): TaskList {
  const context = (): Context => ({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() });
  return {
    ...factTasks(reactions, context),
    [mailTask]: (mail) => sendMail(mail as OutgoingMail),
    [signInTask]: (job) => sendSignInLink(context(), job),
    [sealTask]: async () => void (await sealAudit(db)),
    [cleanTask]: () => cleanExpired(context()),
    [readFileTask]: (job) => readFileText(context(), job, env().filesDir),
    [wordsTask]: () => countWords(db),
    [mendTask]: async () => void (await mendSearch(context())),
    [draftsTask]: async () => void (await cleanDrafts(context(), env())),
  };
}

/** Seals each minute, cleans each night; a missed time is not made up for, the next one does the work. */
export function workerClock(): ParsedCronItem[] {
  return parseCronItems([
    { task: sealTask, match: '* * * * *', options: { maxAttempts: 3 } },
    { task: cleanTask, match: '17 2 * * *', options: { maxAttempts: 3 } },
    { task: draftsTask, match: '47 2 * * *', options: { maxAttempts: 3 } },
    { task: wordsTask, match: '7 3 * * *', options: { maxAttempts: 3 } },
  ]);
}

/** What the worker does as it begins. */
export async function workerStart(db: Database): Promise<void> {
  await addJob(db, mendTask, {}, { key: mendTask, attempts: 3 });
}

/** What it does every other second; it throws while the search server is away. */
export async function workerPulse(db: Database): Promise<void> {
  const { search } = env();
  if (search) await feedSearch({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() }, search);
}
