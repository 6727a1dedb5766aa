// Writes into the audit log what a deed did, in the deed's own transaction.
import { auditEntry } from '@/db/schema';
import type { Context } from '@/lib/core/context';

export type AuditEntry = {
  /** `<room>.<deed>`, e.g. `people.invite-person`. */
  act: string;
  /** What it was done to, as `<table>:<id>`. */
  subject: string;
  /** Ids and words of closed lists; never personal data. */
  detail?: Record<string, unknown>;
};

export async function record(ctx: Context, entry: AuditEntry): Promise<void> {
  const { actor } = ctx;
  await ctx.db.insert(auditEntry).values({
    act: entry.act,
    subject: entry.subject,
    detail: entry.detail ?? {},
    personId: actor.kind === 'member' ? actor.personId : null,
    organizationId: actor.kind === 'member' ? actor.seat.organization.id : null,
    system: actor.kind === 'system' ? actor.name : null,
    createdAt: ctx.now,
  });
}
