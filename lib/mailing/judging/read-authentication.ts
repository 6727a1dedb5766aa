// What our own receiving server found of SPF, DKIM and DMARC, as it writes into the headers (RFC 8601; MAIL.md E12).
import type { Headers } from '../model';
import type { Authentication } from './model';

/** No method has a longer list of results. */
const longest = 4_000;
const methods = ['spf', 'dkim', 'dmarc'] as const;

/**
 * Only the topmost header counts: the server that hands mails to us writes above all others, and whatever stands below
 * may be the sender's own invention, also under our name.
 * @param authservId the name under which that server writes
 * @returns null where the topmost is another's, or there is none
 */
export function readAuthentication(headers: Headers, authservId: string): Authentication | null {
  const [topmost] = headers.get('authentication-results') ?? [];
  if (topmost === undefined) return null;
  const [identity = '', ...results] = withoutComments(topmost.slice(0, longest)).split(';');
  const [name = ''] = identity.trim().toLowerCase().split(/\s+/);
  if (name !== authservId.toLowerCase()) return null;
  const said = results.map((result) => result.trim().toLowerCase());
  const [spf, dkim, dmarc] = methods.map((method) => bestOf(method, said));
  return { spf: spf ?? 'none', dkim: dkim ?? 'none', dmarc: dmarc ?? 'none' };
}

/** A mail may carry several DKIM signatures: one that holds is enough. */
function bestOf(method: string, said: readonly string[]): string | undefined {
  const values = said.flatMap((result) => {
    const [, value] = new RegExp(`^${method}\\s*(?:/\\s*\\d+)?\\s*=\\s*([a-z]+)`).exec(result) ?? [];
    return value ?? [];
  });
  return values.includes('pass') ? 'pass' : values[0];
}

/** Comments may nest and may hold semicolons; quoted strings hold neither in practice. */
function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const sign of text) {
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += sign;
  }
  return kept;
}
