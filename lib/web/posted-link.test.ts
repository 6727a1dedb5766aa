import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefghij';
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
const handler = `http://localhost:3000/api/mail/unsubscribe/${token}`;

/** Where Next goes on with a request: another address, or null for the page itself. */
function leadsTo(method: string, path: string, headers: Record<string, string>): string | null {
  const request = new NextRequest(`http://localhost:3000${path}`, { method, headers });
  return proxy(request).headers.get('x-middleware-rewrite');
}

test.each<[string, string, string, Record<string, string>, string | null]>([
  ['a mail program', 'POST', `/posta/${token}`, urlencoded, handler],
  ['one that sends multipart', 'POST', `/posta/${token}`, multipart, handler],
  [
    'a button of the page',
    'POST',
    `/posta/${token}`,
    { ...urlencoded, origin: 'http://localhost:3000' },
    handler,
  ],
  ['opening it', 'GET', `/posta/${token}`, {}, null],
  ['looking only', 'HEAD', `/posta/${token}`, {}, null],
  ['the frame’s forms', 'POST', `/posta/${token}`, { ...multipart, 'next-action': 'x' }, null],
  [
    'those without a script',
    'POST',
    `/posta/${token}`,
    { ...multipart, origin: 'http://localhost:3000' },
    null,
  ],
  ['a shorter word', 'POST', '/posta/abc', urlencoded, null],
  ['held mail', 'POST', `/posta/trattenute/${token}`, urlencoded, null],
])('E64: %s: %s %s', (_who, method, path, headers, expected) => {
  expect(leadsTo(method, path, headers)).toBe(expected);
});
