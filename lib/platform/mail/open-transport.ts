// Chooses the way out from the settings: the provider where a key of it is given, the SMTP server where none is.
import { readFileSync } from 'node:fs';
import { env } from '@/lib/env';
import { resendTransport } from './resend-transport';
import { smtpTransport } from './smtp-transport';
import type { Transport } from './transport';

let opened: Transport | undefined;

/** The transport of this process: one, so that its connections are shared. @throws where no way out is set */
export function openTransport(): Transport {
  opened ??= makeTransport();
  return opened;
}

/** Ends what is open, so that a process or a test can end. */
export function closeTransport(): void {
  opened?.close();
}

function makeTransport(): Transport {
  const { resend, smtpUrl, dkim, mailFrom } = env();
  if (resend) return resendTransport(resend);
  if (!smtpUrl) throw new Error('The setting SMTP_URL is missing: no mail can leave.');
  return smtpTransport({
    url: smtpUrl,
    dkim: dkim && {
      domainName: mailFrom.split('@').at(-1) ?? '',
      keySelector: dkim.selector,
      privateKey: readFileSync(dkim.keyFile, 'utf8'),
    },
  });
}
