// Makes the signed word that addresses and links of a mail hold: an id nobody can guess or change, and nothing else.
import { createHmac } from 'node:crypto';
import { env } from '@/lib/env';
import { idBytes, macBytes, type TokenUse, toBase32 } from './model';

/**
 * 42 letters and digits, lower case, so that it fits into the local part of an address and outlives programs that change
 * case (MAIL.md E61). It says neither who nor what: the id is that of a copy, not of a person.
 * @param use what it is good for: a token made for one use is none for another
 * @param id a UUID
 */
export function signId(use: TokenUse, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (bytes.length !== idBytes) throw new Error('Only a UUID is signed.');
  const mac = createHmac('sha256', `mail:${use}:${env().authSecret}`).update(bytes).digest();
  return toBase32(Buffer.concat([bytes, mac.subarray(0, macBytes)]));
}
