// What an SMTP server meant by not taking a mail: a refusal of this one, or that it takes none now.
import { type MailRefusal, MailUnavailable } from './message';

/** What nodemailer throws. */
export type SmtpFailure = Error & {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

/** Before these the other side has seen no mail. */
const beforeAnyMail = ['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS', 'ECONFIG', 'EPROXY'];
const longestSaid = 300;
/** RFC 5321: the server closes the connection; it says nothing about the mail. */
export const closing = 421;

/**
 * A connection that breaks leaves open whether the mail was taken: only what was answered, or never connected, is sure.
 */
export function judgeSmtpFailure(failure: SmtpFailure): MailRefusal | MailUnavailable {
  const { command = '', code = '', responseCode } = failure;
  const isOfMail = command === 'RCPT TO' || command === 'DATA' || code === 'EENVELOPE';
  if (isOfMail && responseCode !== closing && command !== 'MAIL FROM') return refusalOf(failure);
  return new MailUnavailable(failure.message, responseCode !== undefined || isSurelyNotTaken(failure));
}

function refusalOf({ command, responseCode, response, message }: SmtpFailure): MailRefusal {
  const said = (response ?? message).replace(/\s+/g, ' ').slice(0, longestSaid);
  return {
    // Without an answer it was nodemailer that found no address it could write.
    permanent: responseCode === undefined || responseCode >= 500,
    address: command !== 'DATA',
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? null,
    said,
  };
}

function isSurelyNotTaken({ code = '', command, message }: SmtpFailure): boolean {
  return (
    beforeAnyMail.includes(code) ||
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|Greeting never received|Connection timeout/.test(message) ||
    command === 'MAIL FROM'
  );
}
