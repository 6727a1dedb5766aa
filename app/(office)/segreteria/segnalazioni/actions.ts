'use server';
// What the secretariat decides on a report.
import type { FormState } from '@/lib/core/form-state';
import { closeReport } from '@/lib/forum/reports/close-report';
import { backAfter } from '@/lib/web/back-after';

/** The reason typed is the note of the decision. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  return backAfter(form, (ctx, { report, decision, reason }) =>
    closeReport(ctx, { reportId: report, decision, note: reason }),
  );
}
