import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { KeptPages } from './kept-pages.mjs';

/** Random, as the policy of each rendering has it. */
const nonceOf = (made: number) => `${made}`.padStart(32, 'a');
const policyOf = (made: number) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonceOf(made)}' 'strict-dynamic'; style-src 'self'`;
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'x-correlation-id': 'of one answer',
  'cache-control': 'no-store',
  vary: 'rsc',
};
const bodyOf = (path: string, language: string, made: number, mark = '') =>
  `<!doctype html><html lang="${language}"><p>${path} ${made}</p><script${mark}>go(${made})</script><script src="/a.js"${mark}></script>`;

type Rendered = { status?: number; headers?: Record<string, string>; wait?: Promise<unknown> };

/** A server in front of a Next that tells everybody's secrets, and a renderer that counts. */
async function stand(rendered: (path: string) => Rendered = () => ({}), mostBytes = 1e6) {
  const state = { isTold: true, made: 0, passed: 0, clock: 0, asked: [] as string[] };
  const pages = new KeptPages({
    render: async (path, language) => {
      state.asked.push(`${language} ${path}`);
      const made = ++state.made;
      const { status = 200, headers = {}, wait } = rendered(path);
      await wait;
      return {
        status,
        headers: new Headers({ ...pageHeaders, 'content-security-policy': policyOf(made), ...headers }),
        html: bodyOf(path, language, made, ` nonce="${nonceOf(made)}"`),
      };
    },
    isTold: () => state.isTold,
    mostBytes,
    clock: () => state.clock,
  });
  const server = http.createServer((req, res) =>
    pages.answer(req, res, () => {
      state.passed += 1;
      res.setHeader('content-type', 'text/html');
      res.end(`for ${JSON.stringify(req.headers)}`);
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(server);
  const { port } = server.address() as AddressInfo;
  return {
    state,
    pages,
    ask: (path: string, headers = {}, method = 'GET') => ask(port, path, headers, method),
  };
}

const closing: http.Server[] = [];
afterEach(() => {
  for (const server of closing.splice(0)) server.close();
});

async function ask(port: number, path: string, headers: Record<string, string>, method: string) {
  const request = http.request({ host: '127.0.0.1', port, path, headers, method, agent: false }).end();
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  const open = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync }[
    String(answer.headers['content-encoding'])
  ];
  const text = (open && raw.length > 0 ? open(raw) : raw).toString();
  return { status: answer.statusCode, headers: answer.headers, text };
}

test('a page is made once and sent again, with the hash of its own script and no word of one answer', async () => {
  const { state, ask: get } = await stand();
  const first = await get('/forum');
  const second = await get('/forum');
  expect([first.text, second.text]).toEqual([bodyOf('/forum', 'it', 1), bodyOf('/forum', 'it', 1)]);
  expect(state).toMatchObject({ made: 1, passed: 0 });
  expect(second.headers['content-security-policy']).toMatch(
    /script-src 'self' 'sha256-[\w+/]{43}='; style-src/,
  );
  expect(second.headers['x-content-type-options']).toBe('nosniff');
  expect(second.headers['cache-control']).toBe('private, no-cache');
  expect(second.headers['x-correlation-id']).toBeUndefined();
  expect(second.headers.vary).toBe('Cookie, Accept-Language, Accept-Encoding, rsc');
});

test.each([
  ['br', 'gzip, deflate, br', 'br'],
  ['gzip', 'gzip, deflate', 'gzip'],
  ['gzip where brotli is refused', 'br;q=0, gzip', 'gzip'],
  ['nothing', 'identity', undefined],
  ['nothing where all is refused', 'br;q=0, gzip;q=0.0', undefined],
])('a browser is given what it takes: %s', async (_, accepted, encoding) => {
  const { ask: get } = await stand();
  await get('/');
  const { headers, text } = await get('/', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(text).toBe(bodyOf('/', 'it', 1));
});

test('what a browser has it is not sent again, and a HEAD has no body', async () => {
  const { ask: get } = await stand();
  const { headers } = await get('/', { 'accept-encoding': 'br' });
  const etag = String(headers.etag);
  for (const given of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': given });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    expect(again.headers['content-security-policy']).toContain('sha256-');
  }
  const other = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': etag });
  expect(other.status).toBe(200);
  const head = await get('/', { 'accept-encoding': 'br' }, 'HEAD');
  expect([head.status, head.text, head.headers['content-length']]).toEqual([
    200,
    '',
    headers['content-length'],
  ]);
});

const secrets = {
  'user-agent': 'Secret/1',
  'x-forwarded-for': '203.0.113.7',
  referer: 'http://secret.example/',
};
const visitors: [string, Record<string, string>, string?][] = [
  ['signed in', { cookie: 'authjs.session-token=secret' }],
  ['signed in over TLS', { cookie: '__Secure-authjs.session-token=secret' }],
  ['signed in, cut cookie', { cookie: 'authjs.session-token.0=secret; authjs.session-token.1=x' }],
  ['signed in, with a language', { cookie: 'lingua=it; authjs.session-token=secret' }],
  ['with a password', { authorization: 'Basic secret' }],
  ['a script of Next', { rsc: '1', cookie: 'altro=secret' }],
  ['an action', { 'next-action': 'secret' }, 'POST'],
];

test.each(visitors)('%s: gets what is theirs, and nobody else does', async (_, headers, method) => {
  const { state, ask: get } = await stand();
  await get('/forum', secrets);
  for (const path of ['/forum', '/forum/novita', '/']) {
    const own = await get(path, { ...secrets, ...headers }, method);
    expect(own.text).toMatch(/^for /);
    const others = await get(path, secrets);
    expect(others.text).not.toMatch(/^for |secret/i);
    expect(others.headers['set-cookie']).toBeUndefined();
  }
  expect(state.asked).toEqual(['it /forum', 'it /forum/novita', 'it /']);
});

test('each language and each query is a page of its own', async () => {
  const { ask: get } = await stand();
  await get('/forum/novita');
  expect((await get('/forum/novita', { 'accept-language': 'en' })).text).toContain('lang="en"');
  expect((await get('/forum/novita', { cookie: 'lingua=en', 'accept-language': 'it' })).text).toContain(
    'lang="en"',
  );
  expect((await get('/forum/novita?pagina=2')).text).toContain('pagina=2');
  expect((await get('/forum/novita')).text).toBe(bodyOf('/forum/novita', 'it', 1));
});

test.each<[string, Rendered]>([
  ['a page that does not exist', { status: 404 }],
  ['a redirect', { status: 307 }],
  ['an error', { status: 500 }],
  ['something else than a page', { headers: { 'content-type': 'application/json' } }],
  ['a page with a cookie', { headers: { 'set-cookie': 'a=b' } }],
  ['a page without a policy', { headers: { 'content-security-policy': '' } }],
  ['a page whose policy names no nonce', { headers: { 'content-security-policy': "script-src 'self'" } }],
])('%s is Next’s to send', async (_, rendered) => {
  const { state, ask: get } = await stand(() => rendered);
  expect((await get('/forum')).text).toMatch(/^for /);
  expect((await get('/forum')).text).toMatch(/^for /);
  expect(state.passed).toBe(2);
  expect(state.made).toBe(rendered.status === 500 ? 2 : 1);
});

test('a change drops everything, and what was begun before it is not kept', async () => {
  let release = () => {};
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { state, pages, ask: get } = await stand(() => (state.made === 2 ? { wait } : {}));
  await get('/forum');
  pages.drop();
  expect(pages.size()).toEqual({ pages: 0, bytes: 0 });
  const begunBefore = get('/forum');
  while (state.made < 2) await new Promise(setImmediate);
  pages.drop();
  const begunAfter = get('/forum');
  while (state.made < 3) await new Promise(setImmediate);
  release();
  expect((await begunBefore).text).toContain('/forum 2');
  expect((await begunAfter).text).toContain('/forum 3');
  expect((await get('/forum')).text).toContain('/forum 3');
});

test('while changes are not heard everything is asked of Next, and nothing is kept', async () => {
  const { state, pages, ask: get } = await stand();
  state.isTold = false;
  expect((await get('/forum')).text).toMatch(/^for /);
  state.isTold = true;
  await get('/forum');
  expect(pages.size().pages).toBe(1);
  expect(state).toMatchObject({ made: 1, passed: 1 });
});

test('many who ask at once wait for one page', async () => {
  const { state, ask: get } = await stand();
  const answers = await Promise.all(Array.from({ length: 20 }, () => get('/forum')));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(state.made).toBe(1);
});

test('the memory is bounded: the page not asked for longest goes first', async () => {
  const probe = await stand();
  await probe.ask('/enti/a');
  const { bytes } = probe.pages.size();
  const { state, pages, ask: get } = await stand(() => ({}), Math.ceil(bytes * 2.5));
  for (const path of ['/enti/a', '/enti/b', '/enti/a', '/enti/c', '/enti/a']) await get(path);
  expect(state.made).toBe(3);
  expect(pages.size().pages).toBe(2);
  expect(pages.size().bytes).toBeLessThanOrEqual(bytes * 2.5);
  await get('/enti/b');
  expect(state.made).toBe(4);
});

test('what is no page for everybody takes its part of the memory too', async () => {
  const { pages, ask: get } = await stand(() => ({ status: 404 }), 1000);
  for (let number = 0; number < 20; number += 1) await get(`/enti/${number}`);
  expect(pages.size().pages).toBe(4);
});

test('no page is older than five minutes, since some things change by the clock', async () => {
  const { state, ask: get } = await stand();
  await get('/enti');
  state.clock += 5 * 60_000;
  await get('/enti');
  expect(state.made).toBe(1);
  state.clock += 1;
  await get('/enti');
  expect(state.made).toBe(2);
});
