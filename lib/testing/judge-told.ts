// Mails told in a few words, judged with the rows that a test names: for tables of cases without a database.
import { newId } from '@/lib/core/ids';
import { judgeMail } from '@/lib/mailing/judging/judge-mail';
import type { Envelope, Judgement, Known } from '@/lib/mailing/judging/model';
import type { ParsedMail } from '@/lib/mailing/model';
import { parseMail } from '@/lib/mailing/reading/parse-mail';
import { mailDomain } from '@/lib/mailing/tokens/mail-domain';
import { signId } from '@/lib/mailing/tokens/sign-id';
import { areaRow, copyRow, knownFor, noEnvelope, personRow, threadRow } from './known-rows';

export const now = new Date('2026-11-24T12:00:00Z');
export const domain = mailDomain();
const day = 86_400_000;
export const daysAgo = (days: number) => new Date(now.getTime() - days * day);

export const areas = {
  operatori: areaRow('operatori'),
  comuni: areaRow('comuni', { audience: 'communes' }),
  novita: areaRow('novita', { postingRule: 'coordinators' }),
  aperta: areaRow('aperta', { strangers: 'hold' }),
};

/** Whoever writes, unless a test says otherwise. */
export const rita = personRow('rita');
export const asRita = { kind: 'person', personId: 'rita', seatId: 'seat of rita' };

/** A thread of `operatori`, a copy of it for Rita, and the address that copy is answered to. */
export const copyId = newId();
export const threadId = newId();
export const token = `r-${signId('reply', copyId)}@${domain}`;
export const thread = threadRow(now, [areas.operatori], { id: threadId, normalizedTitle: 'orari estivi' });
export const byId = { posts: [{ messageId: 'parent@x', postId: 'post', threadId }], threads: [thread] };
export const byToken = {
  copies: [copyRow(now, { id: copyId, personId: 'rita', threadId })],
  threads: [thread],
};

export type Told = { from?: string; to?: string; subject?: string; head?: string[]; body?: string };

/** From Rita to `operatori`, about a question, unless told otherwise. */
export function readTold({
  from,
  to,
  subject = 'Un quesito',
  head = [],
  body = 'Buongiorno',
}: Told): Promise<ParsedMail> {
  const lines = [
    `From: ${from ?? 'Rita Sala <rita@segrate.example>'}`,
    `To: ${to ?? areas.operatori.postingAddress}`,
    ...[`Subject: ${subject}`, 'Message-ID: <a@x.example>', ...head],
  ];
  return parseMail(Buffer.from(`${lines.join('\n')}\n\n${body}\n`), { receivedAt: now, now });
}

/** What becomes of it, where nothing is known but these rows. */
export async function judgeTold(
  told: Told,
  rows: Partial<Known> = {},
  envelope: Partial<Envelope> = {},
): Promise<Judgement> {
  const mail = await readTold(told);
  const whole = { ...noEnvelope, ...envelope };
  const known = knownFor(mail, whole, { areas: Object.values(areas), sender: rita, ...rows });
  return judgeMail(mail, whole, known, now);
}
