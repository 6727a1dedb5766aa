// Sends with swaks, the way an administrator tries a mail server; by STARTTLS where it can.
import type { ProgramMail } from './letter';
import { runProgram } from './run-program';

/** @returns the dialogue */
export function sendWithSwaks({ port, from, to, subject, text, inReplyTo }: ProgramMail): Promise<string> {
  const answers = inReplyTo ? ['--add-header', `In-Reply-To: ${inReplyTo}`] : [];
  return runProgram('swaks', [
    ...['--server', '127.0.0.1', '--port', String(port), '--tls-optional', '--ehlo', 'prova.example'],
    ...['--from', from, '--to', to, '--header', `Subject: ${subject}`, ...answers],
    ...['--add-header', 'Content-Type: text/plain; charset=utf-8', '--body', text],
  ]);
}
