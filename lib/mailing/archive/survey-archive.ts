// First pass over an archive: reads every mail once and keeps of it only what decides where it goes.
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { ParsedMail, SkippedMail, SurveyedMail } from '../model';
import { classifyMail } from '../reading/classify-mail';
import { parseMail } from '../reading/parse-mail';
import { hashBody } from './hash-body';
import type { Areas } from './load-areas';
import { madeMessageId } from './made-message-id';
import { makePool } from './make-pool';
import { type MboxMessage, splitMbox } from './split-mbox';

export type SurveyOptions = {
  now: Date;
  areasOf: Areas['areasOf'];
  /** Whether an address is one of nobody known: its mails wait for a person to look. */
  isStranger: (address: string) => boolean;
  /** Told the byte offset reached. */
  onRead?: (offset: number) => void;
};

/** `skipped`: messages of which nothing could be read; `mails` holds the others, whatever they are. */
export type Survey = { messages: number; duplicates: number; mails: SurveyedMail[]; skipped: SkippedMail[] };

/** One for all: few mails are sent to several lists. */
const noAreas: readonly string[] = [];

/** @throws Refusal when the file is no mbox; a broken message never stops it */
export async function surveyArchive(file: string, options: SurveyOptions): Promise<Survey> {
  const survey: Survey = { messages: 0, duplicates: 0, mails: [], skipped: [] };
  const seen = new Map<string, string[]>();
  const keep = makePool();
  for await (const message of splitMbox(file)) {
    survey.messages += 1;
    const found = await surveyMessage(message, options);
    const mail = typeof found === 'string' ? found : shrink(found, keep);
    if (typeof mail === 'string') survey.skipped.push({ position: message.position, reason: mail });
    else if (takes(seen, mail)) survey.mails.push(mail);
    else survey.duplicates += 1;
    options.onRead?.(message.offset + message.length);
  }
  return survey;
}

/** False for a copy. The same id with other words is another mail, and goes by an id made for it. */
function takes(seen: Map<string, string[]>, mail: SurveyedMail): boolean {
  const hashes = seen.get(mail.messageId) ?? [];
  if (hashes.includes(mail.bodyHash)) return false;
  if (hashes.length > 0) {
    mail.postMessageId = madeMessageId(mail.messageId, mail.bodyHash);
    mail.ids = [mail.postMessageId];
  }
  seen.set(mail.messageId, [...hashes, mail.bodyHash]);
  return true;
}

/** Written out field by field: an object put together from pieces takes three times the room. */
function shrink(mail: SurveyedMail, keep: (text: string) => string): SurveyedMail {
  const { position, offset, length, receivedAt, sender, renamed, areaId, sentAt } = mail;
  const otherAreaIds = mail.otherAreaIds.length > 0 ? mail.otherAreaIds : noAreas;
  return {
    position,
    offset,
    length,
    receivedAt,
    messageId: keep(mail.messageId),
    postMessageId: keep(mail.postMessageId),
    ids: mail.ids.map(keep),
    references: mail.references.map(keep),
    bodyHash: keep(mail.bodyHash),
    sender: sender && { address: keep(sender.address), name: keep(sender.name) },
    subject: keep(mail.subject),
    subjectKey: keep(mail.subjectKey),
    renamed,
    areaId,
    otherAreaIds,
    sentAt,
    outcome: mail.outcome,
    reason: mail.reason,
    attachments: mail.attachments,
    masked: mail.masked,
    threadId: undefined,
    postId: undefined,
    stored: false,
  };
}

async function surveyMessage(message: MboxMessage, options: SurveyOptions): Promise<SurveyedMail | string> {
  const { raw, receivedAt } = message;
  if (raw === null) return 'too-long';
  try {
    const parsed = await parseMail(raw, { receivedAt, now: options.now });
    return describe(message, parsed, options);
  } catch {
    return 'unreadable';
  }
}

function describe(message: MboxMessage, parsed: ParsedMail, options: SurveyOptions): SurveyedMail {
  const { position, offset, length, receivedAt } = message;
  const subject = normalizeSubject(parsed.subject);
  const bodyHash = hashBody(parsed);
  const messageId = parsed.messageId ?? idFor(parsed, bodyHash, position);
  const [areaId = null, ...otherAreaIds] = options.areasOf(parsed);
  const files = parsed.files.filter((each) => !each.inline);
  return {
    ...{ position, offset, length, receivedAt },
    messageId,
    postMessageId: messageId,
    ids: [messageId, ...parsed.otherIds],
    references: parsed.references,
    bodyHash,
    sender: parsed.sender,
    subject: parsed.subject,
    subjectKey: maskPersonalData(subject.key).text,
    renamed: subject.renamed,
    areaId,
    otherAreaIds,
    sentAt: parsed.sentAt,
    ...judge(parsed, areaId, options),
    attachments: files.length,
    masked: countPersonalData(parsed),
    stored: false,
  };
}

/** Copies of a mail without id have its sender, date and words; without a sender nothing can be told to be a copy. */
function idFor({ sender, headers }: ParsedMail, bodyHash: string, position: number): string {
  return madeMessageId(sender?.address ?? `position ${position}`, headers.get('date')?.[0] ?? '', bodyHash);
}

type Judgement = Pick<SurveyedMail, 'outcome' | 'reason'>;

function judge(parsed: ParsedMail, areaId: string | null, { isStranger }: SurveyOptions): Judgement {
  if (parsed.headers.size === 0) return { outcome: 'broken', reason: 'no-headers' };
  const { kind, reason } = classifyMail(parsed);
  if (kind !== 'ordinary') return { outcome: kind, reason };
  if (parsed.sender === null) return { outcome: 'broken', reason: 'no-sender' };
  if (areaId === null) return { outcome: 'broken', reason: 'no-area' };
  if (isStranger(parsed.sender.address)) return { outcome: 'held', reason: 'stranger' };
  return { outcome: 'posted', reason: null };
}

function countPersonalData(parsed: ParsedMail): number {
  const texts = [parsed.text, ...parsed.files.map((file) => file.name)];
  return texts.reduce((sum, text) => sum + maskPersonalData(text).masked, 0);
}
