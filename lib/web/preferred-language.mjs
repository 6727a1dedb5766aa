// Which language suits a reader who is not signed in: for pages, and for the server that keeps them finished.

/**
 * @template {string} L
 * @param {readonly L[]} languages that we speak; the first where nothing is said
 * @param {string | undefined} chosen from the language cookie
 * @param {string | null | undefined} accepted an Accept-Language header (RFC 9110 §12.5.4); weights decide, then the order written
 * @returns {L}
 */
export function preferredLanguage(languages, chosen, accepted) {
  const known = (/** @type {string | undefined} */ name) => languages.find((language) => language === name);
  return (
    known(chosen) ??
    byWeight(accepted ?? '')
      .map(known)
      .find(Boolean) ??
    languages[0] ??
    raise()
  );
}

/** @param {string} header @returns {(string | undefined)[]} the languages it asks for, the dearest first */
function byWeight(header) {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split('-')[0], weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

/** @returns {never} */
function raise() {
  throw new Error('A site speaks some language.');
}
