// A mail with personal data is posted nowhere and sent to nobody: its writer is told what and where, and gets a masked draft.
import type { Context, MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { answerMail } from '../answering/answer-mail';
import { mayAnswer } from '../judging/may-answer';
import type { Arrived } from './act-on';
import { correspondentOf } from './correspondent-of';
import { keepDraft } from './keep-draft';
import type { Decided, MailCase, PrivateDatum } from './model';
import type { SigningMember } from './signing-member';

export type PrivateMail = {
  each: MailCase;
  arrived: Arrived;
  signing: SigningMember;
  found: readonly PrivateDatum[];
};

/** Only a person with an account gets a draft: an office has nobody who could open it. */
export async function refusePrivate(tx: Context, given: PrivateMail): Promise<Decided> {
  const { each, signing, found } = given;
  const reason = 'personal-data';
  const draftId = signing.author === null ? await draftOf({ ...tx, actor: signing.member }, given) : null;
  const isAnswered = mayAnswer(each.mail, each.row.envelope, each.known);
  const to = isAnswered ? correspondentOf(each) : null;
  const url = draftId ? new URL(`/bozze/${draftId}`, env().publicUrl).href : null;
  if (to) await answerMail(tx, to, { kind: 'refused', reason, url, data: found });
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return { outcome: 'refused', reason, detail: { answered: to !== null, kinds, draft: draftId !== null } };
}

/** @returns null where its words or files are no draft: the mail keeps them, and is answered all the same */
async function draftOf(tx: MemberContext, given: PrivateMail): Promise<string | null> {
  const draftId = newId();
  try {
    await tx.db.transaction((db) => keepDraft({ ...tx, db }, draftId, given));
    return draftId;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
