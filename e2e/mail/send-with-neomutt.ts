// Sends with neomutt, without a terminal and without anybody's own settings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProgramMail } from './letter';
import { runProgram } from './run-program';

export async function sendWithNeomutt(mail: ProgramMail): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-neomutt-'));
  const settings = path.join(folder, 'rc');
  writeFileSync(settings, settingsFor(mail, folder));
  try {
    return await runProgram('neomutt', ['-n', '-F', settings, '-s', mail.subject, '--', mail.to], mail.text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function settingsFor({ port, from, inReplyTo }: ProgramMail, folder: string): string {
  const lines = [
    `set smtp_url = "smtp://127.0.0.1:${port}"`,
    `set from = "${from}"`,
    `set envelope_from_address = "${from}"`,
    `set folder = "${folder}"`,
    `set spool_file = "${folder}/inbox"`,
    `set tmpdir = "${folder}"`,
    ...['set use_envelope_from = yes', 'set use_from = yes', 'set copy = no', 'unset record'],
    ...[
      'set ssl_starttls = no',
      'set ssl_force_tls = no',
      'set send_charset = "utf-8"',
      'set charset = "utf-8"',
    ],
    ...(inReplyTo ? [`my_hdr In-Reply-To: ${inReplyTo}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
