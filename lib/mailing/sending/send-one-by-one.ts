// Sends copies over several connections. Each connection writes down that its last copy was taken and which is its next
// in one statement, before the next leaves: what nobody knows after a death is that one copy, and it is sent again.
import type { Context } from '@/lib/core/context';
import { MailUnavailable, type Receipt } from '@/lib/platform/mail/message';
import type { Sealed, Transport } from '@/lib/platform/mail/transport';
import { askAgainAt, type OpenCopy } from './model';
import { noteRefusal } from './note-refusal';
import { type LedgerLine, openLedger } from './open-ledger';

type Work = {
  ctx: Context;
  transport: Transport;
  /** Taken from its head, in the order they are to leave. */
  queue: OpenCopy[];
  seal: (copy: OpenCopy) => Sealed;
  write: (lines: readonly LedgerLine[]) => Promise<void>;
  later: OpenCopy[];
  trouble: unknown[];
};

/**
 * @returns the copies whose receivers' servers may take them later
 * @throws MailUnavailable, or what the database said: the copies that did not leave wait
 */
export async function sendOneByOne(
  by: Context,
  transport: Transport,
  copies: readonly OpenCopy[],
  seal: (copy: OpenCopy) => Sealed,
): Promise<OpenCopy[]> {
  const queue = [...copies];
  const work: Work = {
    ...{ ctx: by, transport, queue, seal, write: openLedger(by.db), later: [], trouble: [] },
  };
  const lines = Math.min(transport.lines, queue.length);
  await Promise.all(Array.from({ length: lines }, () => workLine(work)));
  if (work.trouble.length > 0) throw work.trouble[0];
  return work.later;
}

/** Where one line meets trouble, the others finish the copy they have. */
async function workLine(work: Work): Promise<void> {
  const release = await work.transport.takeLine();
  try {
    let done: LedgerLine[] = [];
    for (let copy = next(work); copy || done.length > 0; copy = next(work)) {
      await work.write([...done, ...(copy ? [claim(copy)] : [])]);
      done = copy ? await sendCopy(work, copy) : [];
    }
  } catch (error) {
    work.trouble.push(error);
  } finally {
    release();
  }
}

function next({ queue, trouble }: Work): OpenCopy | undefined {
  return trouble.length > 0 ? undefined : queue.shift();
}

function claim(copy: OpenCopy): LedgerLine {
  return { id: copy.id, state: 'sending', attempts: 1, repeats: doubt(copy) };
}

/** One that may have been taken before is counted when it is sent again. */
function doubt(copy: OpenCopy): number {
  return copy.state === 'sending' ? 1 : 0;
}

/** @returns what is to be written of it, together with the next one's claim */
async function sendCopy(work: Work, copy: OpenCopy): Promise<LedgerLine[]> {
  const receipt = await attempt(work, copy);
  if (!receipt) return [];
  if (receipt.taken) return [{ id: copy.id, state: 'sent' }];
  if (receipt.refusal.permanent || !askAgainAt(copy.createdAt, work.ctx.now)) {
    await noteRefusal(work.ctx, copy, receipt.refusal);
    return [];
  }
  work.later.push(copy);
  return [{ id: copy.id, state: 'waiting', trouble: receipt.refusal.said }];
}

/** Nothing where the server was away: a copy that surely did not leave is as it was before. */
async function attempt({ transport, seal, write, trouble }: Work, copy: OpenCopy): Promise<Receipt | null> {
  try {
    const [receipt] = await transport.send([seal(copy)], copy.id);
    return receipt ?? null;
  } catch (error) {
    if (!(error instanceof MailUnavailable)) throw error;
    trouble.push(error);
    if (error.nothingTaken) await write([{ id: copy.id, state: copy.state, repeats: -doubt(copy) }]);
    return null;
  }
}
