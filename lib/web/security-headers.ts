// The headers that say what a page of ours may do in a browser: nothing from elsewhere, no frame, no plugin.

type Given = {
  /** Random per answer; Next puts it on its own scripts. Null for a page to be kept: the server in front then names their hashes. */
  nonce: string | null;
  /** Whether the public address is https: only then browsers are told to stay with it. */
  secure: boolean;
  /** Next's development server evaluates code and injects styles. */
  development: boolean;
};

const oneYear = 365 * 24 * 60 * 60;

function contentSecurityPolicy({ nonce, development }: Given): string {
  const scripts = nonce === null ? "'self'" : `'self' 'nonce-${nonce}' 'strict-dynamic'`;
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

/** Names in lower case. */
export function securityHeaders(
  given: Given,
): { 'content-security-policy': string } & Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(given),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(given.secure ? { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` } : {}),
  };
}
