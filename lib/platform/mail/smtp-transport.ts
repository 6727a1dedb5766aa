// Mails to an SMTP server: several connections kept open while there is something to send, each mail with an envelope of
// its own (VERP), signed where a key is given.
import { createTransport, type Transporter } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { stamp } from './form';
import { closing, judgeSmtpFailure, type SmtpFailure } from './judge-smtp-failure';
import { MailUnavailable, type Receipt } from './message';
import { openSocket } from './open-socket';
import { takeTurns } from './take-turns';
import type { Sealed, Transport } from './transport';
import { writeMime } from './write-mime';

export type SmtpSettings = {
  /** `smtp:` or `smtps:`; options of nodemailer may stand in its query, such as `maxConnections=3&maxMessages=20`. */
  readonly url: string;
  /** RFC 6376; the key as PEM. */
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };
};

/** Copies on their way at once, where the setting says nothing: so many are in doubt when a process dies. */
export const smtpLines = 10;
/** Connections kept for mails that stand in no line, such as a sign-in link. */
const spare = 1;
/** What a signature covers: nodemailer's own list, with what one-click unsubscribing asks for (RFC 8058 §4) and our marks. */
const signedHeaders = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Auto-Submitted', 'Archived-At'],
  ...['List-Id', 'List-Post', 'List-Help', 'List-Archive', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':');
/** Milliseconds. A connection that lies idle is closed before the server does so in the middle of a mail. */
const idleFor = 5_000;
const pool: SMTPPool.Options & { maxRequeues: number } = {
  pool: true,
  // Servers end a connection after some number of mails; ours ends before. `maxMessages` in the setting overrides it.
  maxMessages: 100,
  // Whether a mail is repeated is decided where it is known and counted, not by the pool.
  maxRequeues: 0,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 120_000,
  disableFileAccess: true,
  disableUrlAccess: true,
  getSocket: openSocket,
};

/** Opens nothing until there is something to send. */
export function smtpTransport(settings: SmtpSettings): Transport {
  let open: Transporter | undefined;
  let idle: NodeJS.Timeout | undefined;
  let underWay = 0;
  const dkim = settings.dkim && { ...settings.dkim, headerFieldNames: signedHeaders };
  const maxConnections = Number(
    new URL(settings.url).searchParams.get('maxConnections') ?? smtpLines + spare,
  );
  const lines = Math.max(1, maxConnections - spare);
  const close = () => {
    clearTimeout(idle);
    open?.close();
    open = undefined;
  };
  const send = async (mail: Sealed): Promise<Receipt> => {
    clearTimeout(idle);
    open ??= createTransport(new SMTPPool({ ...pool, url: settings.url, maxConnections }));
    underWay += 1;
    try {
      return await sendOne(open, mail, dkim);
    } finally {
      underWay -= 1;
      if (underWay === 0) idle = setTimeout(close, idleFor).unref();
    }
  };
  return {
    ...{ remembers: false, batch: 1, lines, takeLine: takeTurns(lines), close },
    print: async (form) => {
      const { message, marks } = form;
      const body = stamp(await writeMime(form), marks);
      const from = stamp(message.envelopeFrom, marks);
      const to = stamp(message.to, marks);
      return (fill) => ({ from: from(fill), to: to(fill), body: body(fill) });
    },
    send: (mails) => Promise.all(mails.map(send)),
  };
}

/** The server that closes this connection may take the mail by a fresh one: asked once, it surely has not taken it. */
async function sendOne(
  open: Transporter,
  mail: Sealed,
  dkim: SmtpSettings['dkim'],
  isSecond = false,
): Promise<Receipt> {
  try {
    await open.sendMail({ envelope: { from: mail.from, to: [mail.to] }, raw: mail.body, dkim });
    return { taken: true, providerId: null };
  } catch (failure) {
    const { responseCode } = failure as SmtpFailure;
    if (responseCode === closing && !isSecond) return sendOne(open, mail, dkim, true);
    const judged = judgeSmtpFailure(failure as SmtpFailure);
    if (judged instanceof MailUnavailable) throw judged;
    return { taken: false, refusal: judged };
  }
}
