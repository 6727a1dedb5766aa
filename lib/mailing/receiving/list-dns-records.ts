// The records a domain needs so that mail comes to us and what we send is believed: for a mail server of one's own, and for Resend.
export type DnsRecord = {
  name: string;
  type: 'MX' | 'TXT';
  value: string;
  /** Why it is there. */
  purpose: 'MX' | 'SPF' | 'DKIM' | 'DMARC' | 'Return-Path';
  /** What is still to be found out or done; empty for most. */
  remark: string;
};

export type DnsQuestion = {
  /** Of the addresses of the areas, in lower case. */
  domain: string;
  /** Name of the machine the receiver listens on. */
  host: string;
  /** Base64 of the public key (RFC 6376 §3.6.1); null where none is set up. */
  dkim: { selector: string; publicKey: string } | null;
};

/** Resend shows the key of a domain in its own pages alone, and the region of the servers with it. */
const ofResend = 'as Resend shows it under Domains';

/** Return-Path: our own server takes bounces at `b-…` addresses of the domain itself; Resend under `send.`. */
export function listDnsRecords(question: DnsQuestion): { smtp: DnsRecord[]; resend: DnsRecord[] } {
  const { domain, host, dkim } = question;
  const dmarc = record(
    `_dmarc.${domain}`,
    'TXT',
    'DMARC',
    `v=DMARC1; p=quarantine; rua=mailto:postmaster@${domain}`,
  );
  const key = dkim
    ? record(`${dkim.selector}._domainkey.${domain}`, 'TXT', 'DKIM', `v=DKIM1; k=rsa; p=${dkim.publicKey}`)
    : record(
        `raccordo._domainkey.${domain}`,
        'TXT',
        'DKIM',
        'v=DKIM1; k=rsa; p=…',
        'after DKIM_SELECTOR and DKIM_KEY_FILE are set',
      );
  const bounces = `send.${domain}`;
  return {
    smtp: [
      record(domain, 'MX', 'MX', `10 ${host}.`),
      record(domain, 'TXT', 'SPF', `v=spf1 a:${host} mx -all`),
      key,
      dmarc,
      record(domain, 'MX', 'Return-Path', `10 ${host}.`, `the first again: bounces come to b-…@${domain}`),
    ],
    resend: [
      record(domain, 'MX', 'MX', '10 inbound-smtp.eu-west-1.amazonaws.com.', ofResend),
      record(bounces, 'TXT', 'SPF', 'v=spf1 include:amazonses.com ~all'),
      record(`resend._domainkey.${domain}`, 'TXT', 'DKIM', 'p=…', ofResend),
      dmarc,
      record(bounces, 'MX', 'Return-Path', '10 feedback-smtp.eu-west-1.amazonses.com.', ofResend),
    ],
  };
}

function record(
  name: string,
  type: DnsRecord['type'],
  purpose: DnsRecord['purpose'],
  value: string,
  remark = '',
): DnsRecord {
  return { name: `${name}.`, type, value, purpose, remark };
}
