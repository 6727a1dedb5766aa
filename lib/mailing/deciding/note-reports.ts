// What a report says of each of its recipients; one that says nothing we understand waits for the secretariat (MAIL.md E82, E83).
import type { Context } from '@/lib/core/context';
import { noteBounce } from '../bouncing/note-bounce';
import type { DeliveryReport } from '../judging/model';
import type { Decided } from './model';

/** Nobody is disabled by what is not understood. */
export async function noteReports(
  tx: Context,
  mailId: string,
  reports: readonly DeliveryReport[],
): Promise<Decided> {
  let charged = 0;
  for (const report of reports) {
    if (await noteBounce(tx, { ...report, mailId, eventId: null })) charged += 1;
  }
  const detail = { reports: reports.length, charged };
  return { outcome: 'bounce', reason: charged > 0 ? null : 'not-understood', detail };
}
