// What a mail asks for instead of being posted, and for whom; rights are asked by the deeds that do it (MAIL.md E91).
import { mailChoices } from '@/db/words';
import type { ParsedMail } from '../model';
import type { Signer } from './decide-sender';
import type { FoundPlace } from './find-place';
import type { Known, MailCommand } from './model';
import { type CommandWord, readCommand } from './read-command';

/**
 * An office has no choices of its own, and is told so instead of having the word published.
 * @returns null for a mail that asks for nothing, or nothing that somebody unknown may ask for
 */
export function judgeCommand(
  mail: ParsedMail,
  signer: Signer,
  found: FoundPlace,
  known: Pick<Known, 'sender' | 'clues'>,
): MailCommand | null {
  const [mailId] = known.clues.heldMailIds;
  if (mailId !== undefined) return decisionAbout(mailId, mail, signer);
  const word = readCommand(mail);
  if (word === null) return null;
  if (word === 'unsubscribe') return unsubscribing(found, known) ?? helping(signer);
  return signer.kind === 'person' ? choosing(word, signer.person.id, found) : helping(signer);
}

function helping(signer: Signer): MailCommand | null {
  return signer.kind === 'office' ? { name: 'help', personId: null } : null;
}

/** Who moderates and is not understood is told what can be said. */
function decisionAbout(mailId: string, mail: ParsedMail, signer: Signer): MailCommand | null {
  if (signer.kind !== 'person') return null;
  const personId = signer.person.id;
  const word = readCommand(mail, 'moderator');
  return word === 'release' || word === 'refuse-held'
    ? { name: word, personId, mailId }
    : { name: 'help', personId, heldMailId: mailId };
}

/**
 * To be left alone one needs neither a seat nor a verified address: the signed address of a copy says who asks, and of
 * what. Somebody else who was passed the copy asks for themselves, of where it leads.
 */
function unsubscribing(found: FoundPlace, { sender }: Pick<Known, 'sender'>): MailCommand | null {
  const { copyId, ownerId } =
    found.kind === 'thread' || found.kind === 'digest' ? found : { copyId: null, ownerId: null };
  const personId = sender?.person?.id ?? ownerId;
  if (!personId) return null;
  if (copyId && personId === ownerId) return { name: 'stop', personId, copyId };
  return { name: 'unsubscribe', personId, ...placeOf(found) };
}

function choosing(word: CommandWord, personId: string, found: FoundPlace): MailCommand {
  const { areaId, threadId } = placeOf(found);
  if (word === 'mute' || word === 'follow') {
    return threadId ? { name: word, personId, threadId } : { name: 'help', personId };
  }
  const choice = mailChoices.find((each) => each === word);
  return choice && areaId ? { name: 'choose', personId, areaId, choice } : { name: 'help', personId };
}

/** The area it is addressed to, else the home of the thread. */
function placeOf(found: FoundPlace): { areaId: string | null; threadId: string | null } {
  if (found.kind === 'areas') return { areaId: found.areas[0]?.id ?? null, threadId: null };
  if (found.kind !== 'thread') return { areaId: null, threadId: null };
  const area = found.areas[0] ?? found.thread.areas[0];
  return { areaId: area?.id ?? null, threadId: found.thread.id };
}
