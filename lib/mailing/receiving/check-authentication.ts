// Asks the sender's domain whether a mail is its own: SPF, DKIM and DMARC with the real other side (MAIL.md E14).
import { Resolver } from 'node:dns/promises';
import { authenticate, type DNSResolver } from 'mailauth';
import { env } from '@/lib/env';
import type { Authentication } from '../judging/model';
import { isLoopback, type SmtpClient } from './model';

const withinMs = 2_000;
/** Each may have a body hash of its own, made in one piece: no timer fires meanwhile. Nobody honest has as many. */
const mostSignatures = 10;

export type AuthenticationTools = { resolver?: DNSResolver; withinMs?: number };

/** Never throws and never takes longer than its time: a domain that does not answer is a temporary error. */
export async function checkAuthentication(
  raw: Uint8Array,
  client: SmtpClient,
  tools: AuthenticationTools = {},
): Promise<Authentication> {
  const seen = { remote: client.remote, helo: client.helo };
  if (isLoopback(client.remote)) return { ...allOf('none'), ...seen, reason: 'loopback' };
  if (countSignatures(raw) > mostSignatures) {
    return { ...allOf('permerror'), ...seen, reason: 'too-many-signatures' };
  }
  const limit = tools.withinMs ?? withinMs;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Authentication>((resolve) => {
    timer = setTimeout(() => resolve({ ...allOf('temperror'), ...seen, reason: 'timeout' }), limit);
  });
  const asked = ask(raw, client, tools.resolver ?? ownResolver(limit)).then(
    (results): Authentication => ({ ...results, ...seen }),
    (): Authentication => ({ ...allOf('temperror'), ...seen, reason: 'error' }),
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

async function ask(raw: Uint8Array, { remote, helo, from }: SmtpClient, resolver: DNSResolver) {
  const { spf, dkim, dmarc } = await authenticate(Buffer.from(raw), {
    ...{ ip: remote, helo, sender: from, mta: env().authservId, resolver },
    ...{ disableArc: true, disableBimi: true },
  });
  const [named, ...others] = dkim.headerFrom;
  const signatures = dkim.results.map(({ status }) => status.result);
  return {
    spf: spf ? spf.status.result : 'none',
    dkim: signatures.includes('pass') ? 'pass' : (signatures[0] ?? 'none'),
    dmarc: dmarc ? dmarc.status.result : 'none',
    from: others.length === 0 ? (named?.toLowerCase() ?? null) : null,
  };
}

function allOf(result: string) {
  return { spf: result, dkim: result, dmarc: result };
}

function countSignatures(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = ['\n\n', '\n\r\n'].map((end) => bytes.indexOf(end)).filter((end) => end >= 0);
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, ...ends));
  return head.match(/^dkim-signature[^\S\n]{0,99}:/gim)?.length ?? 0;
}

/** Without the patience of the system's resolver, which would outlive our time. */
function ownResolver(timeout: number): DNSResolver {
  const resolver = new Resolver({ timeout, tries: 1 });
  return async (domain, type) => (await resolver.resolve(domain, type)) as string[] | string[][];
}
