// Whether an address can never be reached or cannot now, from what the other side said (RFC 3463; MAIL.md E82).
import type { DeliveryReport } from './model';

const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const basic = /(?<![\d.])([245])\d\d(?=[ -]|$)/;
const passing =
  /mailbox (?:is )?full|over ?quota|quota (?:exceeded|superata)|casella (?:piena|di posta piena)|temporar|try again|riprov|deferr|delay|ritard|greylist|time[d ]?out|too many connections/i;
const lasting =
  /(?:no such|unknown|invalid|inexistent|non.?exist\w*) (?:user|recipient|address|mailbox|account)|(?:user|recipient|address|mailbox|account|domain|host|utente|casella|indirizzo|destinatario)[^.\n]{0,40}(?:unknown|not found|does(?:n't| not) exist|not exist|unavailable|disabled|inactive|rejected|invalid|sconosciut|inesistent|non (?:esist|trovat|valid)|disabilitat)|no mailbox here|permanent(?:ly)? (?:error|fail)|fail\w* permanently|sconosciut[oa]|inesistente/i;

/**
 * The status decides, also where the action says that it failed for good: a mailbox that is full today is not gone.
 * @param said whatever else was said; numbers in it count before words
 * @returns null when nobody can tell
 */
export function rateFailure(
  status: string | null,
  said: string,
): { kind: Extract<DeliveryReport['kind'], 'permanent' | 'transient'>; status: string | null } | null {
  const found = status && /^[245]\./.test(status) ? status : (enhanced.exec(said)?.[1] ?? null);
  const first = found?.[0] ?? basic.exec(said)?.[1];
  if (first === '4') return { kind: 'transient', status: found };
  if (first === '5') return { kind: 'permanent', status: found };
  if (passing.test(said)) return { kind: 'transient', status: found };
  return lasting.test(said) ? { kind: 'permanent', status: found } : null;
}
