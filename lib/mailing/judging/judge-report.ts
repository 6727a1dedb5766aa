// Charges what a report says to the copies it is about (MAIL.md E80–E83, E94).
import type { DeliveryReport, Judgement, Known, KnownCopy, Report } from './model';

/**
 * The copy whose way back was used, or whose signed address the returned message names, is charged whatever recipient
 * the report names: mailboxes are forwarded. Else it is the copy of that message for that recipient.
 * A report that nobody understands charges nobody, and neither does one that names no copy of ours: anybody can write
 * that an address is gone.
 */
export function judgeReport(known: Known, report: Report, reason: string): Judgement {
  if (report.understood && report.failures.length === 0) return { outcome: 'automatic', reason: 'report' };
  const [signed] = known.clues.bouncedIds.flatMap((id) => known.copies.find((copy) => copy.id === id) ?? []);
  const reports = chargeSigned(report.failures, signed, known);
  return { outcome: 'bounce', reason: reports.length > 0 ? reason : 'not-understood', reports };
}

/** Of several recipients of one copy only one can be its own: the one named so, else the first. */
function chargeSigned(
  failures: Report['failures'],
  signed: KnownCopy | undefined,
  { copies }: Known,
): DeliveryReport[] {
  const own = failures.find(({ email }) => email === signed?.email.toLowerCase()) ?? failures[0];
  return failures.flatMap((failure) => {
    if (signed && failure === own) return [{ ...failure, deliveryId: signed.id }];
    const others = copies.filter(({ id }) => id !== signed?.id);
    const copy =
      others.find(({ email }) => email.toLowerCase() === failure.email) ??
      (failure.email === null && others.length === 1 ? others[0] : undefined);
    return copy ? [{ ...failure, deliveryId: copy.id }] : [];
  });
}
