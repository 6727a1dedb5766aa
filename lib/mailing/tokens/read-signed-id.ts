// Reads back what `signId` made: the id, where the word is genuine and meant for this use.
import { timingSafeEqual } from 'node:crypto';
import { fromBase32, idBytes, type TokenUse, tokenLength } from './model';
import { signId } from './sign-id';

/** @returns the UUID, or null for anything that was not signed here for this use; case does not matter */
export function readSignedId(use: TokenUse, token: string): string | null {
  const given = token.toLowerCase();
  if (given.length !== tokenLength || !/^[a-z2-7]+$/.test(given)) return null;
  const hex = fromBase32(given).subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(Buffer.from(signId(use, id)), Buffer.from(given)) ? id : null;
}
