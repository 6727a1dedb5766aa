// Decides where a link may lead: to the web, to a mailbox, or to a page of our own.

/** What every link out of a post carries: the target learns nothing, and earns nothing. */
export const linkRel = 'noopener nofollow';

const longest = 2_000;
const allowed = /^(?:https?:\/\/[^/\\]|mailto:[^\s/\\<>"@?]+@[^\s/\\<>"@?]+(?:\?|$)|\/(?![/\\]))/i;
/** Browsers take control characters and line breaks out of an address before they read it, and then read another. */
const disguises = /[\p{Cc}\u2028\u2029\\]/u;

/** @returns the address to keep, spaces encoded; undefined when the link must go and only its words stay */
export function linkAddress(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > longest) return undefined;
  const address = given.trim().replaceAll(' ', '%20');
  return allowed.test(address) && !disguises.test(address) ? address : undefined;
}
