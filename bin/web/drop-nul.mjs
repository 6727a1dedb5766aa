// PostgreSQL keeps no NUL and no address of ours holds one: they go before anybody reads the address.

/**
 * Until none is left: what stood around one may be another. One pass, since an address may nest thousands.
 * @param {string} url
 * @returns {string}
 */
export function dropNul(url) {
  if (!url.includes('%00')) return url;
  /** @type {string[]} */
  const rest = [];
  for (const sign of url) {
    rest.push(sign);
    if (sign === '0' && rest.at(-2) === '0' && rest.at(-3) === '%') rest.length -= 3;
  }
  return rest.join('');
}
