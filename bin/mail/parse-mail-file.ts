// `raccordo mail parse`: shows how a mail is read and what would become of it, were its sender a member. No database is asked.
import { readFile } from 'node:fs/promises';
import { refusalExit } from '@/bin/refusal-exit';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { findFileData } from '@/lib/mailing/deciding/find-file-data';
import { findPrivateData, whyLeftOut } from '@/lib/mailing/deciding/model';
import { judgeAlone } from '@/lib/mailing/judging/judge-alone';
import type { Judgement } from '@/lib/mailing/judging/model';
import { readAuthentication } from '@/lib/mailing/judging/read-authentication';
import type { MailFile, ParsedMail } from '@/lib/mailing/model';
import { UnreadableMail } from '@/lib/mailing/model';
import { classifyMail } from '@/lib/mailing/reading/classify-mail';
import { keepOwnFiles } from '@/lib/mailing/reading/keep-own-files';
import { parseMail } from '@/lib/mailing/reading/parse-mail';
import { mailDomain } from '@/lib/mailing/tokens/mail-domain';
import { trimMail } from '@/lib/mailing/trimming/trim-mail';
import { mediaTypeOf } from '@/lib/platform/files/media-type';

const notUnderstood = 2;

/** Prints one JSON object, also of what cannot be read. @returns the exit code: 0 shown, 2 not understood, 3 no such file */
export async function parseMailFile([file = '', ...rest]: string[]): Promise<number> {
  if (file === '' || file.startsWith('--') || rest.length > 0) return notUnderstood;
  try {
    const raw = await readFile(file).catch(() => {
      throw new Refusal('invalid', 'mail-file-missing');
    });
    process.stdout.write(`${JSON.stringify(await describe(raw))}\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}

async function describe(raw: Uint8Array): Promise<object> {
  const now = new Date();
  try {
    return await described(await parseMail(raw, { receivedAt: null, now }), now);
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    return {
      ...{ outcome: 'refused', reason: 'unreadable', kind: null, from: null, subject: '' },
      ...{ thread: { by: null, id: null }, text: '', folded: '', attachments: [], warnings: [] },
    };
  }
}

async function described(mail: ParsedMail, now: Date) {
  const { authservId, mailFrom } = env();
  const authentication = readAuthentication(mail.headers, authservId);
  const own = { domain: mailDomain(), ownAddress: mailFrom.toLowerCase() };
  const { judgement, thread } = judgeAlone(mail, { ...own, authentication, now });
  const { text, folded } = trimMail({ text: mail.plain, html: mail.html, subject: mail.subject });
  const files = keepOwnFiles(mail);
  const seen = await Promise.all(files.map(lookAt));
  const found = findPrivateData({ subject: mail.subject, text, files: seen });
  const isPosted = judgement.outcome === 'posted' || judgement.outcome === 'new-thread';
  const isPrivate = isPosted && found.length > 0;
  return {
    ...(isPrivate ? { outcome: 'refused', reason: 'personal-data' } : outcomeOf(judgement)),
    kind: isMachine(judgement) ? judgement.outcome : classifyMail(mail).kind,
    from: mail.sender?.address ?? null,
    ...{ subject: mail.subject, thread, text, folded },
    attachments: files.map(({ name, mediaType, bytes }) => ({
      ...{ filename: name, mime: mediaType, size: bytes.length },
    })),
    warnings: [
      ...new Set([
        ...mail.warnings,
        ...found.map(({ kind }) => `personal-data:${kind}`),
        ...seen.flatMap(({ name, why }) => (why ? [`${why}:${name}`] : [])),
      ]),
    ],
  };
}

function isMachine({ outcome }: Judgement): boolean {
  return outcome === 'automatic' || outcome === 'bounce';
}

/** A command is told by its name, as a reason is. */
function outcomeOf(judgement: Judgement): { outcome: string; reason: string | null } {
  if (judgement.outcome === 'command') return { outcome: 'command', reason: judgement.command.name };
  return { outcome: judgement.outcome, reason: 'reason' in judgement ? judgement.reason : null };
}

async function lookAt({ name, bytes }: MailFile) {
  const mediaType = await mediaTypeOf(bytes, name);
  const personal = await findFileData({ bytes, mediaType });
  const isLong = personal === 'file-too-long';
  const why = whyLeftOut({ size: bytes.length, mediaType }) ?? (isLong ? personal : null);
  return { name, why, personal: why || isLong ? [] : personal };
}
