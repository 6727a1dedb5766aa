// Who was not reached, by a machine-readable report: each recipient has a block of fields (RFC 3464; MAIL.md E82).
import type { Report } from './model';
import { rateFailure } from './rate-failure';
import { readFields } from './read-fields';

/** Characters kept of what the other side said. */
const longestDiagnostic = 300;
const mostRecipients = 100;

/** @returns null when no block says what became of anybody; no failures when all were reached, handed on or may be yet */
export function readDeliveryStatus(text: string): Report['failures'] | null {
  const blocks = readFields(text).filter((fields) => fields.has('action') || fields.has('status'));
  return blocks.length === 0 ? null : blocks.slice(0, mostRecipients).flatMap(failureIn);
}

function failureIn(fields: Map<string, string>): Report['failures'] {
  const action = word(fields.get('action'));
  if (action !== '' && action !== 'failed') return [];
  const given = word(fields.get('status'));
  if (action === '' && given.startsWith('2')) return [];
  const diagnostic = typed(fields.get('diagnostic-code'));
  const rated = rateFailure(given || null, diagnostic) ?? { kind: 'permanent' as const, status: null };
  const email = typed(fields.get('original-recipient') ?? fields.get('final-recipient'));
  return [
    {
      ...rated,
      email: email.includes('@') ? email.replace(/^<|>$/g, '').toLowerCase() : null,
      diagnostic: diagnostic.slice(0, longestDiagnostic) || null,
    },
  ];
}

/** `rfc822; a@x.example` → `a@x.example`. */
function typed(value = ''): string {
  return value.slice(value.indexOf(';') + 1).trim();
}

/** Some write `failed (expanded)`, `5.1.1 (unknown)`. */
function word(value = ''): string {
  return (
    value
      .trim()
      .toLowerCase()
      .split(/[\s(;]/)[0] ?? ''
  ).trim();
}
