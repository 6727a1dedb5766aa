// What signed words of mails look like.

/**
 * `reply`: an answer to a copy or a digest; `bounce`: the way back of what could not be delivered; `choices`: the page of
 * a copy's receiver; `held`: a moderator's decision about a held mail.
 */
export type TokenUse = 'reply' | 'bounce' | 'choices' | 'held';

/** What stands before the token in the local part of an address. */
export const addressPrefixes = { reply: 'r-', bounce: 'b-', held: 'm-' } as const;

export const idBytes = 16;
/** 80 bits: nobody guesses one by sending mails. */
export const macBytes = 10;
export const tokenLength = 42;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32 in lower case, without padding. */
export function toBase32(bytes: Uint8Array): string {
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer & 0xff) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += alphabet[(buffer >> (bits - 5)) & 31];
  }
  return bits > 0 ? out + alphabet[(buffer << (5 - bits)) & 31] : out;
}

/** @param text letters of the alphabet alone; left-over bits are dropped */
export function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of text) {
    buffer = ((buffer & 0xff) << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
