// What may be typed to report a post and to decide on a report, and how reports are seen.
import { z } from 'zod';
import { reportDecisions } from '@/db/words';
import { reasonInput, type Signature, visible } from '../model';

export const reportPostInput = z.object({
  postId: z.uuid({ error: 'no-such-post' }),
  reason: reasonInput,
  confirmed: z.boolean().default(false),
});

export const closeReportInput = z
  .object({
    reportId: z.uuid({ error: 'no-such-report' }),
    decision: z.enum(reportDecisions, { error: 'decision-unknown' }),
    /** To the other moderators; where the post is hidden, the reason that stands in its place. */
    note: z
      .string()
      .transform(visible)
      .pipe(z.string().max(500, { error: 'reason-too-long' }))
      .default(''),
    /** The coordinator has seen what looks like personal data and says it is none. */
    confirmed: z.boolean().default(false),
  })
  .refine(({ decision, note }) => decision === 'kept' || note.length >= 3, {
    error: 'reason-missing',
    path: ['note'],
  });

export type ReportView = {
  id: string;
  reason: string;
  by: Signature;
  at: Date;
  post: {
    id: string;
    number: number;
    author: Signature;
    postedAt: Date;
    opening: string;
    isRemoved: boolean;
  };
  /** `areaSlug` is null where the coordinator may not read: title and words stay with those who may. */
  thread: { number: number; slug: string; title: string; areaSlug: string | null };
};
