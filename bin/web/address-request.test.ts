import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { addressRequest } from './address-request.mjs';

const given = { secure: true, development: false };

function address(method: string, url: string, headers: Record<string, string>) {
  const req = { method, url, headers: { ...headers } } as unknown as IncomingMessage;
  const told = new Map<string, string>();
  const res = { setHeader: (name: string, value: string) => told.set(name, value) };
  addressRequest(req, res as unknown as ServerResponse, given);
  return { url: req.url, headers: req.headers, told };
}

const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefghij';
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
const handler = `/api/mail/unsubscribe/${token}`;

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
  expect(address(method, path, headers).url).toBe(expected ?? path);
});

test('a page knows its path, its number and the nonce that the browser is told', () => {
  const forged = {
    'x-path': '/altro',
    'x-correlation-id': 'x',
    'content-security-policy': "script-src 'nonce-x'",
  };
  const one = address('GET', '/forum?pagina=2', forged);
  const other = address('GET', '/forum', forged);
  expect(one.headers['x-path']).toBe('/forum?pagina=2');
  expect(one.headers['content-security-policy']).toBe(one.told.get('content-security-policy'));
  expect(one.headers['x-correlation-id']).toBe(one.told.get('x-correlation-id'));
  expect(one.told.get('x-content-type-options')).toBe('nosniff');
  for (const name of ['content-security-policy', 'x-correlation-id']) {
    expect(one.told.get(name)).not.toBe(other.told.get(name));
  }
});

test.each<[string, Record<string, string>, string]>([
  ['a browser', {}, '1'],
  ['a script', { rsc: '1' }, '0'],
  ['an action', { 'next-action': 'x', 'x-whole-page': '1' }, '0'],
])('%s asks for a whole page or a part', (_, headers, expected) => {
  expect(address('GET', '/', headers).headers['x-whole-page']).toBe(expected);
});

test.each(['/api/files/1', '/api/files/1?a=b', '/dev/posta/1/html'])(
  '%s says itself what it may do',
  (path) => {
    expect(address('GET', path, {}).told.size).toBe(0);
  },
);

test.each([
  '/_next/static/a.js',
  '/_next/image?url=a',
  '/fonts/a.woff2',
  '/fonts/x',
  '/icons.svg',
  '/icon.svg?a',
  '/favicon.ico',
])('%s is a file, and a page in its place runs no script of its own', (path) => {
  const { told, headers } = address('GET', path, {});
  expect(told.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'/);
  expect(told.get('content-security-policy')).not.toMatch(/unsafe|nonce/);
  expect(told.get('x-content-type-options')).toBe('nosniff');
  expect(headers['content-security-policy']).toBeUndefined();
});

test.each([
  '/favicon.icox',
  '/icons.svg/x',
  '/iconsxsvg',
  '/api/filesx',
  '/api/files/1/x',
  '/api/files/',
  '/_next/imagex',
  '/_next/staticx',
  '/fontsx',
  '/dev/posta/1/htmlx',
])('%s is a page as every other', (path) => {
  expect(address('GET', path, {}).told.get('content-security-policy')).toContain("'nonce-");
});
