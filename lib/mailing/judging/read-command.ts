// Words that ask for something instead of being posted: alone in the subject or as the whole of what the writer wrote (MAIL.md E91).
import type { MailChoice } from '@/db/words';
import type { ParsedMail } from '../model';
import { trimMail } from '../trimming/trim-mail';

export type CommandWord = 'unsubscribe' | 'mute' | 'follow' | 'help' | 'release' | 'refuse-held' | MailChoice;

const words: Record<CommandWord, readonly string[]> = {
  unsubscribe: [
    ...['cancellami', 'cancellatemi', 'disiscrivimi', 'disiscrivetemi', 'annulla iscrizione', 'unsubscribe'],
    ...['annulla l’iscrizione', 'stop'],
  ],
  mute: ['non seguire', 'silenzia', 'silenzia la discussione', 'mute', 'unfollow'],
  follow: ['segui', 'segui la discussione', 'follow'],
  every: ['ogni messaggio', 'tutti i messaggi', 'every message'],
  first: ['solo primo messaggio', 'solo il primo messaggio', 'first message only'],
  daily: ['riepilogo giornaliero', 'riepilogo quotidiano', 'daily digest'],
  weekly: ['riepilogo settimanale', 'weekly digest'],
  none: ['niente posta', 'nessun messaggio', 'no mail'],
  help: ['aiuto', 'help'],
  release: ['approva', 'approvo', 'approvato', 'accetta', 'pubblica', 'approve'],
  'refuse-held': ['rifiuta', 'rifiuto', 'rifiutato', 'respingi', 'refuse', 'reject'],
};

const byWord = new Map(
  Object.entries(words).flatMap(([command, said]) =>
    said.map((word) => [word, command as CommandWord] as const),
  ),
);
const toModerators: readonly CommandWord[] = ['release', 'refuse-held'];
const courtesies = new Set(['grazie', 'saluti', 'cordiali saluti', 'distinti saluti', 'un saluto', 'thanks']);
/** Nobody writes a longer one. */
const longest = 40;

type Given = Pick<ParsedMail, 'subject' | 'text' | 'plain' | 'html' | 'sender'>;

/**
 * Quoted words, a signature, the sender's name and a word of thanks do not count as more. A subject that asks to be
 * left alone is heard whatever stands below; other words may be what a letter is about, so below them nothing may stand.
 * @param of `moderator`: the answer to a held mail, in which the first word decides
 */
export function readCommand(mail: Given, of: 'anybody' | 'moderator' = 'anybody'): CommandWord | null {
  if (of === 'moderator') return decisionIn(mail);
  const subject = wordIn(mail.subject);
  if (subject === 'unsubscribe') return subject;
  const lines = mail.text.split('\n', longestText).map(plainWord);
  if (subject === null && !lines.some((line) => wordIn(line) !== null)) return null;
  const own = ownLines(mail);
  if (own.length === 0) return subject;
  const [only, ...more] = own;
  return more.length === 0 ? wordIn(only ?? '') : null;
}

/** Lines looked at for a first glance. */
const longestText = 500;

function decisionIn(mail: Given): CommandWord | null {
  const [first = ''] = ownLines(mail);
  const [word = ''] = first.split(/[\s,;:.]/);
  return toModerators.find((command) => words[command].includes(word)) ?? null;
}

function wordIn(text: string): CommandWord | null {
  if (text.length > longest) return null;
  const command = byWord.get(plainWord(text));
  return command && !toModerators.includes(command) ? command : null;
}

/** What the writer wrote, without what is said out of courtesy. */
function ownLines(mail: Given): string[] {
  const { text } = trimMail({ text: mail.plain, html: mail.html, subject: mail.subject });
  const name = plainWord(mail.sender?.name ?? '');
  return text
    .split('\n')
    .map(plainWord)
    .filter((line) => line !== '' && line !== name && !courtesies.has(line));
}

function plainWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['`´]/g, '’')
    .replace(/^[\s"“«*_<]+|[\s"”»*_>.,;!]+$/g, '')
    .replace(/\s+/g, ' ');
}
