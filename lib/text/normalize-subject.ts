// Looks through what mail programs and lists put before a subject, so that an answer is known by it (MAIL.md E34). Titles
// typed on the web are compared by the same key.

export type NormalizedSubject = {
  /** The subject without prefixes, as written. */
  title: string;
  /** What is compared: lower case, single spaces, without the clause below; empty when there is no subject. */
  key: string;
  /** Says "(era: …)" or "(was: …)": its writer wanted another subject. */
  renamed: boolean;
  /** The outermost prefix is one of a forwarded mail. */
  forwarded: boolean;
};

const prefix =
  /^\s*(?:(?:posta certificata|anomalia messaggio|fwd?|i|inoltr[oa]|wg|re|r|rif|risp|aw|tr|sv)\s*(?:[[(^]\d{1,3}[\])]?)?\s*[:：]|\[[^\]]{1,60}\])\s*/i;
const forwardPrefix = /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:fwd?|i|inoltr[oa]|wg|tr)\s*:/i;
const formerSubject = /\s*[([]\s*(?:era|was)\s*:.*$/i;
const mostPrefixes = 40;

export function normalizeSubject(subject: string): NormalizedSubject {
  const flat = subject.replace(/\s+/g, ' ').trim();
  let title = flat;
  for (let count = 0; count < mostPrefixes && prefix.test(title); count++) title = title.replace(prefix, '');
  title = title.trim();
  const renamed = formerSubject.test(title);
  const key = title.replace(formerSubject, '').normalize('NFC').toLowerCase().trim();
  return { title, key, renamed: renamed && key !== '', forwarded: forwardPrefix.test(flat) };
}
