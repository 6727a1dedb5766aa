// The headers that say what a page of ours may do in a browser: nothing from elsewhere, no frame, no plugin.

const oneYear = 365 * 24 * 60 * 60;

/**
 * @typedef {object} Given
 * @property {string} nonce random per answer; Next puts it on its own scripts. A page to be kept names their hashes in
 *   its stead (kept/finish-page.mjs)
 * @property {boolean} secure whether the public address is https: only then browsers are told to stay with it
 * @property {boolean} development Next's development server evaluates code and injects styles
 */

/** For files of ours: a page in the place of one that is missing shows as it should, and none of its inline scripts runs. */
export const fileHeaders = {
  'content-security-policy':
    "default-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
};

/** @param {Given} given */
function contentSecurityPolicy({ nonce, development }) {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    `script-src ${development ? `${scripts} 'unsafe-eval'` : scripts}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * @param {Given} given
 * @returns {{ 'content-security-policy': string } & Record<string, string>} names in lower case
 */
export function securityHeaders(given) {
  return {
    'content-security-policy': contentSecurityPolicy(given),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(given.secure ? { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` } : {}),
  };
}
