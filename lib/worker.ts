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
import { tellWaiting } from '@/lib/forum/waiting/notices';
import { decideMail } from '@/lib/mailing/deciding/decide-mail';
import { deliverDigest } from '@/lib/mailing/digesting/deliver-digest';
import { makeDigests } from '@/lib/mailing/digesting/make-digests';
import { deliverDigestTask, digestsTask } from '@/lib/mailing/digesting/model';
import { handleEvent } from '@/lib/mailing/receiving/handle-event';
import { decideTask, eventTask, reconcileTask } from '@/lib/mailing/receiving/model';
import { reconcileReceived } from '@/lib/mailing/receiving/reconcile-received';
import { deliverThread } from '@/lib/mailing/sending/deliver-thread';
import { endRefused } from '@/lib/mailing/sending/end-refused';
import { deliverTask } from '@/lib/mailing/sending/model';
import { sendLetter } from '@/lib/mailing/sending/send-letter';
import { confirmationTask } from '@/lib/membership/applying/model';
import { sendConfirmationMail } from '@/lib/membership/applying/notices';
import { remindTask } from '@/lib/membership/reminding/model';
import { endDue } from '@/lib/membership/standing/end-due';
import { endDueTask } from '@/lib/membership/standing/model';
import { remind } from '@/lib/membership/telling/notices';
import { sealAudit } from '@/lib/platform/audit/seal';
import { addJob } from '@/lib/platform/jobs/add-job';
import { factTasks } from '@/lib/platform/jobs/fact-tasks';
import { mailTask, type QueuedMail } from '@/lib/platform/mail/queue-mail';
import { countWords } from '@/lib/platform/search/keep-documents';
import { reactions } from '@/lib/reactions';
import { loadBase } from '@/lib/registry/load-base';
import { feedSearch } from '@/lib/search/keeping/feed-search';
import { mendSearch } from '@/lib/search/keeping/mend-search';
import { verifySearch } from '@/lib/search/keeping/verify-search';

const sealTask = 'audit.seal';
const cleanTask = 'auth.clean';
const draftsTask = 'forum.clean-drafts';
const waitingTask = 'forum.tell-waiting';
const wordsTask = 'search.count-words';
const mendTask = 'search.mend';
const verifyTask = 'search.verify';
const registryTask = 'registry.load-base';

const contextOf = (db: Database) => (): Context => ({
  db,
  actor: { kind: 'system', name: 'worker' },
  now: new Date(),
});

/** All tasks by name, each with a context of its own moment. */
export function workerTasks(db: Database): TaskList {
  return { ...promptTasks(db), ...deliveryTasks(db) };
}

/** What somebody waits for: sign-in links, mails that came in, live notices. No list of copies stands before them. */
export function promptTasks(db: Database): TaskList {
  const context = contextOf(db);
  return {
    ...factTasks(reactions, context),
    [mailTask]: (mail) => sendLetter(context(), mail as QueuedMail),
    [digestsTask]: async () => void (await makeDigests(context())),
    [signInTask]: (job) => endRefused(context(), () => sendSignInLink(context(), job)),
    [sealTask]: async () => void (await sealAudit(db)),
    [decideTask]: async (job) => void (await decideMail(context(), job)),
    [eventTask]: (job) => handleEvent(context(), job),
    [reconcileTask]: async () => void (await reconcileReceived(context())),
    [cleanTask]: () => cleanExpired(context()),
    [waitingTask]: () => tellWaiting(context()),
    [readFileTask]: (job) => readFileText(context(), job, env().filesDir),
    [wordsTask]: () => countWords(db),
    [mendTask]: async () => void (await mendSearch(context())),
    [verifyTask]: async () => void (await verifySearch(context(), env().search)),
    [draftsTask]: async () => void (await cleanDrafts(context(), env())),
    [registryTask]: async () => void (await loadBase(context())),
    [endDueTask]: async () => void (await endDue(context())),
    [remindTask]: async () => void (await remind(context())),
    [confirmationTask]: (job) => sendConfirmationMail(context(), job),
  };
}

/** What lasts as long as a list of followers and the patience of a mail server (MAIL.md E68). */
export function deliveryTasks(db: Database): TaskList {
  const context = contextOf(db);
  return {
    [deliverTask]: (job) => deliverThread(context(), job),
    [deliverDigestTask]: (job) => deliverDigest(context(), job),
  };
}

/**
 * Seals each minute, looks each hour for digests that are due, cleans and verifies the search each night, tells of
 * waiting questions on Mondays; a missed time is not made up for, the next one does the work. Times are UTC: 08:00 in Rome
 * is one of the first two hours named.
 */
export function workerClock(): ParsedCronItem[] {
  return parseCronItems([
    { task: sealTask, match: '* * * * *', options: { maxAttempts: 3 } },
    { task: cleanTask, match: '17 2 * * *', options: { maxAttempts: 3 } },
    { task: digestsTask, match: '0 * * * *', options: { maxAttempts: 3 } },
    { task: reconcileTask, match: '7 3 * * *', options: { maxAttempts: 5 } },
    { task: draftsTask, match: '47 2 * * *', options: { maxAttempts: 3 } },
    { task: waitingTask, match: '0 6-21 * * 1', options: { maxAttempts: 3 } },
    { task: wordsTask, match: '7 3 * * *', options: { maxAttempts: 3 } },
    { task: endDueTask, match: '5 3 * * *', options: { maxAttempts: 3 } },
    { task: remindTask, match: '10 6 * * *', options: { maxAttempts: 3 } },
    { task: verifyTask, match: '27 3 * * *', options: { maxAttempts: 3 } },
  ]);
}

/** What the worker does as it begins. */
export async function workerStart(db: Database): Promise<void> {
  await addJob(db, mendTask, {}, { key: mendTask, attempts: 3 });
  await addJob(db, registryTask, {}, { key: registryTask, attempts: 3 });
}

/** What it does every other second; it throws while the search server is away. */
export async function workerPulse(db: Database): Promise<void> {
  const { search } = env();
  if (search) await feedSearch({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() }, search);
}
