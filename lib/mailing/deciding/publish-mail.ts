// Posts a mail through the deeds of the web; what they refuse, the mail is refused for, with its answer.
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { postAddress } from '@/lib/forum/model';
import type { Published } from '@/lib/forum/writing/model';
import { answerMail } from '../answering/answer-mail';
import { mayAnswer } from '../judging/may-answer';
import type { RefusedReason } from '../judging/model';
import type { Arrived } from './act-on';
import { adoptOrphans } from './adopt-orphans';
import { correspondentOf } from './correspondent-of';
import { holdBack } from './hold-back';
import { leadOrphans } from './lead-orphans';
import { awaitedIds, type Decided, findPrivateData, type MailCase, refusedFor } from './model';
import { refuseMail } from './refuse-mail';
import { refusePrivate } from './refuse-private';
import type { SettledIdentity } from './settle-identity';
import { type SigningMember, signingMember } from './signing-member';
import { writeArrival } from './write-arrival';

/**
 * Nothing with personal data is posted (part 6 of the rules of mail): its writer gets a masked draft instead.
 */
export async function publishMail(
  tx: Context,
  each: MailCase,
  { postMessageId, hasOrphans }: SettledIdentity,
  arrived: Arrived,
): Promise<Decided> {
  const signing = await signingMember(tx, each, arrived.author);
  if (!signing) return holdBack(tx, each, { ...arrived, outcome: 'held', reason: 'stranger' });
  const { files, composed } = arrived;
  const said = { subject: each.mail.subject, text: composed.text, files: files.kept };
  const found = findPrivateData(said);
  if (found.length > 0) return refusePrivate(tx, { each, arrived, signing, found });
  const place = hasOrphans ? await adoptOrphans(tx, each, arrived.place) : arrived.place;
  try {
    const published = await writeArrival(tx, {
      each,
      arrived: { ...arrived, place },
      signing,
      postMessageId,
    });
    if (hasOrphans) await leadOrphans(tx, each.mail, published);
    await tellWriter(tx, { each, arrived, signing, published });
    return decidedAs(each, { ...arrived, place }, published);
  } catch (error) {
    const reason = error instanceof Refusal ? refusedFor(error) : null;
    if (reason === null) throw error;
    if (reason === 'personal-data') return refusePrivate(tx, { each, arrived, signing, found });
    return refuseMail(tx, each, refused(each, reason));
  }
}

function refused({ mail, row, known }: MailCase, reason: RefusedReason) {
  const answer = mayAnswer(mail, row.envelope, known);
  return { outcome: 'refused' as const, reason, answer, personId: known.sender?.person?.id ?? null };
}

type Told = { each: MailCase; arrived: Arrived; signing: SigningMember; published: Published };

/** Of files that stayed behind, and of a decision waited for; of everything else the forum itself tells (MAIL.md E54). */
async function tellWriter(tx: Context, { each, arrived, signing, published }: Told): Promise<void> {
  const { mail, row, known } = each;
  const { leftOut } = arrived.files;
  const isReleased = each.judgement.outcome === 'held';
  if (leftOut.length === 0 && !isReleased) return;
  const to = mayAnswer(mail, row.envelope, known) ? correspondentOf(each) : null;
  if (!to) return;
  const url = new URL(postAddress(published, published.post), env().publicUrl).href;
  const isOutside = signing.author !== null && arrived.author.kind === 'outsider';
  await answerMail(
    tx,
    to,
    leftOut.length > 0 ? { kind: 'files', leftOut, url } : { kind: 'posted', url, isOutside },
  );
}

function decidedAs(
  { mail, known }: MailCase,
  { author, place, files }: Arrived,
  published: Published,
): Decided {
  const awaits = awaitedIds(mail, known);
  const areaId =
    place.kind === 'thread'
      ? place.areaIds[0]
      : known.threads.find(({ id }) => id === place.threadId)?.areas[0]?.id;
  return {
    ...{ outcome: place.kind === 'reply' ? 'posted' : 'new-thread', reason: null },
    ...{ areaId: areaId ?? null, postId: published.postId },
    detail: {
      ...{ author: author.kind, via: place.kind === 'reply' ? place.via : null },
      addressed: mail.recipients.slice(0, mostAddressed),
      ...(awaits.length > 0 && { awaits }),
      ...(files.leftOut.length > 0 && { leftOut: files.leftOut.map(({ why }) => why) }),
    },
  };
}

const mostAddressed = 100;
