// Who was not reached, by a letter that a mail server wrote for people: qmail, Exim, Gmail, Exchange and the like.
import type { ParsedMail } from '../model';
import type { Report } from './model';
import { rateFailure } from './rate-failure';

/** Characters looked at; what the server says stands before what it returns. */
const longest = 16_000;
const longestDiagnostic = 300;
const mostRecipients = 20;
/** Lines below an address that speak about it. */
const linesAbout = 6;

const returnedFrom =
  /^(?:-{2,}.*(?:original|copy|below|returned|headers|messaggio originale).*|.*(?:below this line is a copy|copy of (?:the|your) (?:original )?message|this is a copy of the message|original message headers|messaggio originale).*|return-path:.*|received: from .*)$/im;
const addressLine =
  /^[ \t>*-]{0,8}<?([^\s<>@,;:"'()]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24})>?\s*(?::|\(|$)(.*)$/i;

/** @returns null when it names nobody, or nobody can tell why */
export function readTextBounce({
  text,
  headers,
}: Pick<ParsedMail, 'text' | 'headers'>): Report['failures'] | null {
  const said = spoken(text.slice(0, longest));
  const failures = [...named(headers.get('x-failed-recipients') ?? [], said), ...listed(said)];
  const first = new Map(failures.toReversed().map((failure) => [failure.email, failure]));
  const found = [...first.values()].toReversed().slice(0, mostRecipients);
  return found.length > 0 ? found : null;
}

function spoken(text: string): string {
  const end = text.search(returnedFrom);
  return end > 0 ? text.slice(0, end) : text;
}

/** Exim and Gmail name them in a header, and say why in the text. */
function named(values: readonly string[], said: string): Report['failures'] {
  const emails = values
    .flatMap((value) => value.split(','))
    .map((email) => email.trim().toLowerCase())
    .filter((email) => email.includes('@'));
  return emails.flatMap((email) => failure(email, said));
}

/** An address on a line of its own, and what is said below it until the next one or an empty line after words. */
function listed(said: string): Report['failures'] {
  const lines = said.split('\n');
  return lines.flatMap((line, index) => {
    const [, email, rest = ''] = addressLine.exec(line) ?? [];
    if (email === undefined) return [];
    const below = lines.slice(index + 1, index + 1 + linesAbout);
    const end = below.findIndex((each) => addressLine.test(each));
    return failure(email.toLowerCase(), [rest, ...below.slice(0, end < 0 ? undefined : end)].join('\n'));
  });
}

function failure(email: string, said: string): Report['failures'] {
  const rated = rateFailure(null, said);
  const diagnostic = said.replace(/\s+/g, ' ').trim().slice(0, longestDiagnostic);
  return rated ? [{ ...rated, email, diagnostic: diagnostic || null }] : [];
}
