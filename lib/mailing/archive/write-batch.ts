// Writes some threads at once; where the database refuses a row, thread by thread and mail by mail, so that only that mail stays out.
import type { Database } from '@/db/client';
import { isSurveyed, passOver, type SurveyedMail } from '../model';
import { isRowFault } from './is-row-fault';
import { loadDirectory } from './load-directory';
import { type ArchiveThread, type WriteTools, writeThreads } from './write-threads';

/** @returns how many posts were added; what was refused is passed over. @throws when the database does not answer */
export async function writeBatch(
  db: Database,
  threads: readonly ArchiveThread[],
  tools: WriteTools,
): Promise<number> {
  const fresh = threads.flatMap(({ mails }) => mails.filter(isSurveyed).filter(isUnplaced));
  try {
    return await writeThreads(db, threads, tools);
  } catch (error) {
    if (!isRowFault(error)) throw error;
  }
  await forget(db, fresh, tools);
  if (threads.length > 1) return inTurn(threads, (each) => writeBatch(db, [each], tools));
  if (fresh.length <= 1) {
    fresh.forEach(passOver);
    return 0;
  }
  const [thread] = threads;
  return thread ? inTurn(fresh, (mail) => writeBatch(db, [withAnchor(thread, mail)], tools)) : 0;
}

function isUnplaced(mail: SurveyedMail): boolean {
  return mail.outcome === 'posted' && !mail.stored && mail.threadId === undefined;
}

/** What was rolled back is nowhere: neither the posts, nor the writers who were new. */
async function forget(
  db: Database,
  mails: readonly SurveyedMail[],
  { directory }: WriteTools,
): Promise<void> {
  for (const mail of mails) {
    if (mail.stored) continue;
    mail.threadId = undefined;
    mail.postId = undefined;
  }
  Object.assign(directory, await loadDirectory(db));
}

/** A mail with one that already stands in its thread; the first opens it. */
function withAnchor({ mails, parents }: ArchiveThread, mail: SurveyedMail): ArchiveThread {
  const anchor = mails.find((each) => each !== mail && each.threadId !== undefined);
  return { mails: anchor ? [anchor, mail] : [mail], parents };
}

async function inTurn<T>(items: readonly T[], write: (item: T) => Promise<number>): Promise<number> {
  let added = 0;
  for (const item of items) added += await write(item);
  return added;
}
