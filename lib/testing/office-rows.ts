// The deeds of the secretariat's post, with who may do them: rows of the table of authorization.test.ts.
import { retryJob } from '@/lib/mailing/office/retry-job';
import type { Row } from './authorization';

export const officeRows: Row[] = [
  {
    file: 'lib/mailing/office/retry-job.ts',
    act: 'have a dead job tried again',
    run: (ctx) => retryJob(ctx, { jobId: '1' }),
    allowed: ['coordinator'],
  },
];
