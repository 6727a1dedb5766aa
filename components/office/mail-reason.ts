// Why a mail was not posted, as a key of `office.mail.reasons`.

const known = [
  'stranger',
  'automatic-subject',
  'no-headers',
  'no-sender',
  'no-area',
  'delivery-report',
  'auto-submitted',
] as const;

export type MailReason = (typeof known)[number] | 'other';

/** `other` for a reason that has no words of its own. */
export function mailReason(reason: string | null): MailReason {
  return known.find((one) => one === reason) ?? 'other';
}
