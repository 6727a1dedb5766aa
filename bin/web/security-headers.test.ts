import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.mjs';

const given = { nonce: 'abc', secure: true, development: false };

test('scripts run only with the nonce, styles only from files, and nothing comes from elsewhere', () => {
  const policy = securityHeaders(given)['content-security-policy'];
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|data:|\*/);
  for (const rule of [
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
});

test('browsers are told to stay with https only where the public address is https', () => {
  expect(securityHeaders(given)['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect(securityHeaders({ ...given, secure: false })['strict-transport-security']).toBeUndefined();
});
