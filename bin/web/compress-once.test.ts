import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressOnce } from './compress-once.mjs';
import { mendFailure } from './mend-failure.mjs';

const closing: http.Server[] = [];
afterEach(() => {
  for (const server of closing.splice(0)) server.close();
});

type Serve = (res: http.ServerResponse) => void;

async function ask(
  serve: Serve,
  headers: Record<string, string> = { 'accept-encoding': 'gzip, br' },
  path = '/',
  method = 'GET',
) {
  const server = http.createServer((req, res) => {
    compressOnce(req, res);
    serve(res);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(server);
  const { port } = server.address() as AddressInfo;
  const request = http.request({ host: '127.0.0.1', port, headers, path, method, agent: false }).end();
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  const isSmall = answer.headers['content-encoding'] === 'gzip';
  return {
    status: answer.statusCode,
    headers: answer.headers,
    raw,
    text: (isSmall ? zlib.gunzipSync(raw) : raw).toString(),
  };
}

const html: Serve = (res) => {
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.flushHeaders();
  for (const piece of ['città ', Buffer.from('e '), new Uint8Array(Buffer.from('comuni '))]) res.write(piece);
  res.end('insieme');
};

test.each<[string, Serve, number]>([
  ['in pieces', html, 200],
  ['with a head of its own', (res) => res.writeHead(404, { 'content-type': 'text/html' }).end('niente'), 404],
  [
    'with words beside its status',
    (res) => res.writeHead(500, 'Oh', { 'content-type': 'text/html' }).end('niente'),
    500,
  ],
])('a page %s is compressed as one', async (_, serve, status) => {
  const answer = await ask(serve);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(answer.raw.length),
  });
  expect(answer.text).toMatch(/^(città e comuni insieme|niente)$/);
  expect(answer.headers.vary).toContain('Accept-Encoding');
});

test.each<[string, Serve, Record<string, string>?]>([
  ['for whom does not take it', html, {}],
  ['for whom refuses it', html, { 'accept-encoding': 'gzip;q=0' }],
  [
    'that is no text',
    (res) => res.writeHead(200, { 'content-type': 'application/pdf' }).end('città e comuni insieme'),
  ],
  [
    'that is a stream of events',
    (res) => res.writeHead(200, { 'content-type': 'text/event-stream' }).end('città e comuni insieme'),
  ],
  [
    'that is a file of people',
    (res) =>
      res
        .writeHead(200, {
          'content-type': 'text/plain',
          'content-disposition': 'attachment; filename="a.txt"',
        })
        .end('città e comuni insieme'),
  ],
  [
    'that is a part',
    (res) => res.writeHead(206, { 'content-type': 'text/html' }).end('città e comuni insieme'),
  ],
])('an answer %s passes as it is', async (_, serve, headers) => {
  const answer = await ask(serve, headers);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.text).toBe('città e comuni insieme');
});

test('a text file of people goes out as it is read, and is not gathered', async () => {
  const written: boolean[] = [];
  const answer = await ask((res) => {
    res.writeHead(200, {
      'content-type': 'text/plain',
      'content-disposition': 'attachment; filename="a.txt"',
    });
    res.write('riga\n');
    written.push(res.headersSent);
    res.end('riga\n');
  });
  expect(written).toEqual([true]);
  expect(answer.text).toBe('riga\nriga\n');
});

const script: Serve = (res) => {
  res.writeHead(200, { 'content-type': 'application/javascript', vary: 'rsc' }).end('let a = 1;');
};

test.each<[string, Serve, string, string | undefined]>([
  ['a page', html, 'gzip;q=0.8', 'gzip'],
  ['a page', html, 'gzip; q=0', undefined],
  ['a page', html, 'identity', undefined],
  ['a script', script, 'gzip', 'gzip'],
  ['a script', script, 'identity', undefined],
])('%s tells a cache what it depends on (%#)', async (_, serve, accepted, encoding) => {
  const { headers } = await ask(serve, { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers.vary?.match(/Accept-Encoding/g)).toHaveLength(1);
});

test('events come while the stream goes on', async () => {
  let say = (_: string) => {};
  const server = http.createServer((req, res) => {
    compressOnce(req, res);
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    say = (words) => res.write(words);
    say('primo');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = http.get({ host: '127.0.0.1', port, headers: { 'accept-encoding': 'gzip' }, agent: false });
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  expect(String((await once(answer, 'data'))[0])).toBe('primo');
  say('secondo');
  expect(String((await once(answer, 'data'))[0])).toBe('secondo');
  request.destroy();
  server.close();
});

test('nothing, a HEAD and an answer that says it has not changed stay empty', async () => {
  const none = await ask((res) => res.writeHead(304, { 'content-type': 'text/html', etag: '"a"' }).end());
  expect([none.status, none.raw.length, none.headers.etag]).toEqual([304, 0, '"a"']);
  const head = await ask(html, { 'accept-encoding': 'gzip' }, '/', 'HEAD');
  expect([head.status, head.raw.length]).toEqual([200, 0]);
});

test('a file of the build is compressed the first time only, and its mark says that the bytes are others', async () => {
  let served = 0;
  const file: Serve = (res) => {
    res.writeHead(200, {
      'content-type': 'application/javascript; charset=UTF-8',
      etag: '"a"',
      'accept-ranges': 'bytes',
    });
    res.end('let a = 1;'.repeat(100 + ++served));
  };
  const first = await ask(file, undefined, '/_next/static/chunks/x.js');
  const second = await ask(file, undefined, '/_next/static/chunks/x.js');
  expect(second.text).toBe(first.text);
  expect(first.headers).toMatchObject({ etag: 'W/"a"', 'content-encoding': 'gzip' });
  expect(first.headers['accept-ranges']).toBeUndefined();
});

test.each([
  '/_next/static/%63hunks/y.js',
  '/_next/static/./chunks/y.js',
  '/_next/static/chunks/../chunks/y.js',
  '/_next/static//chunks/y.js',
  '/altro/_next/static/y.js',
])('a file spelled %s is compressed, and not kept', async (path) => {
  let served = 0;
  const file: Serve = (res) => {
    res.writeHead(200, { 'content-type': 'application/javascript' });
    res.end(`let a = ${++served};`);
  };
  expect((await ask(file, undefined, path)).text).toBe('let a = 1;');
  expect((await ask(file, undefined, path)).text).toBe('let a = 2;');
});

test('an answer that there is no such file is not kept for it', async () => {
  const path = '/_next/static/chunks/z.js';
  const answers: Serve[] = [
    (res) => res.writeHead(404, { 'content-type': 'text/html' }).end('niente'),
    (res) => res.writeHead(200, { 'content-type': 'application/javascript' }).end('let a = 1;'),
  ];
  const texts = [];
  for (const serve of answers) texts.push((await ask(serve, undefined, path)).text);
  expect(texts).toEqual(['niente', 'let a = 1;']);
});

test.each([403, 404, 500])(
  'a page that fails with %i is mended, and the mended one compressed',
  async (status) => {
    const words = (given: number) => Promise.resolve(new Response(`<h1>${given}</h1>`));
    const serve: Serve = (res) => {
      mendFailure(res.req, res, words);
      res.setHeader('content-type', 'text/html');
      res.writeHead(status);
      res.write('pieces of ');
      res.end('a broken page');
    };
    const answer = await ask(serve, { 'accept-encoding': 'gzip', accept: 'text/html' });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([status, 'gzip']);
    expect(answer.text).toBe(`<h1>${status}</h1>`);
  },
);

test.each([{ 'accept-encoding': 'gzip' }, { 'accept-encoding': 'identity' }])(
  'a page has every part in its place (%j)',
  async (headers) => {
    const late = '<!--$?--><template id="B:0"></template><!--/$-->';
    const serve: Serve = (res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.write(`<main>${late}</main><div hidden id="S:0"><p>`);
      res.end('Città</p></div><script>$RC("B:0","S:0")</script>');
    };
    expect((await ask(serve, headers)).text).toBe('<main><!--$--><p>Città</p><!--/$--></main>');
  },
);
