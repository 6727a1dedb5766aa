// That a kept page lets those scripts run that Next wrote, and no other.
import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { securityHeaders } from '../security-headers.mjs';
import { finishPage } from './finish-page.mjs';

const nonce = '0123456789abcdef0123456789abcdef';

function finish(html: string, ofThis = nonce) {
  const policy = securityHeaders({ nonce: ofThis, secure: false, development: false });
  const headers = new Headers({ ...policy, 'content-type': 'text/html; charset=utf-8' });
  return finishPage({ status: 200, headers, html });
}

const sourceOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

test.each([
  ['one of Next', `<script nonce="${nonce}">go()</script>`, ['go()']],
  ['one of Next with a name', `<script id="_R_" nonce="${nonce}">go()</script>`, ['go()']],
  ['the same twice', `<script nonce="${nonce}">go()</script>`.repeat(2), ['go()']],
  ['one that is loaded', `<script src="/a.js" nonce="${nonce}" async=""></script>`, []],
  ['one that slipped into a text', '<p><script>steal()</script></p>', []],
  ['one with a nonce of its own', '<script nonce="x">steal()</script>', []],
  ['one that swallows another', `<script>steal()<script nonce="${nonce}">go()</script>`, ['go()']],
  ['one left open before another', `<script x="<script nonce="${nonce}">go()</script>`, ['go()']],
])('what a kept page lets run: %s', async (_, html, scripts) => {
  const page = await finish(html);
  const policy = page?.br.headers['content-security-policy'];
  expect(policy).toContain(`script-src ${["'self'", ...scripts.map(sourceOf)].join(' ')};`);
  expect(policy).not.toMatch(/nonce|strict-dynamic|unsafe/);
});

test('a kept page holds no nonce, and is the same whichever it was', async () => {
  const html = (given: string) =>
    `<link href="/a.js" nonce="${given}"/><script nonce="${given}">tell("{\\"nonce\\":\\"${given}\\"}")</script>`;
  const other = 'f'.repeat(32);
  const pages = [await finish(html(nonce)), await finish(html(other), other)];
  const [one = '', two] = pages.map((page) => page && zlib.gunzipSync(page.gzip.body).toString());
  expect(one).toBe(two);
  expect(one).toMatch(/^<link href="\/a.js"\/><script>tell/);
  expect(one).not.toContain(nonce);
  const script = one.match(/<script>(.*)<\/script>/)?.[1] ?? '';
  expect(pages[0]?.gzip.headers['content-security-policy']).toContain(sourceOf(script));
  expect(pages[0]?.gzip.headers.etag).toBe(pages[1]?.gzip.headers.etag);
});
