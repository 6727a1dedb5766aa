// `raccordo mail dns`: the records to publish for a domain, for both ways of sending and receiving.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from '@/lib/env';
import { type DnsRecord, listDnsRecords } from '@/lib/mailing/receiving/list-dns-records';

const notUnderstood = 2;

/** Asks nobody and touches no database. @returns the exit code: 0 done, 2 not understood */
export async function showDns(args: string[]): Promise<number> {
  const [domain = '', ...rest] = args;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain) || rest.length > 0) return notUnderstood;
  const { publicUrl, dkim } = env();
  const { smtp, resend } = listDnsRecords({
    domain: domain.toLowerCase(),
    host: new URL(publicUrl).hostname,
    dkim: dkim ? { selector: dkim.selector, publicKey: publicHalf(dkim.keyFile) } : null,
  });
  process.stdout.write(`With the receiver of Raccordo and an SMTP server:\n${inLines(smtp)}\n`);
  process.stdout.write(`With Resend:\n${inLines(resend)}`);
  return 0;
}

function publicHalf(keyFile: string): string {
  const key = createPublicKey(readFileSync(keyFile, 'utf8'));
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** As a zone file has them; behind the semicolon what they are for. A string there has 255 characters at most. */
function inLines(records: readonly DnsRecord[]): string {
  const lines = records.map(({ name, type, value, purpose, remark }) => {
    const strings = value.match(/.{1,255}/g)?.map((part) => `"${part}"`) ?? [];
    const written = type === 'TXT' ? strings.join(' ') : value;
    return `  ${name} IN ${type} ${written} ; ${purpose}${remark ? `, ${remark}` : ''}\n`;
  });
  return lines.join('');
}
