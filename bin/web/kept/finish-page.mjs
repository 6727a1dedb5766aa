// Makes of Next's answer a page that can be sent again and again: compressed once, the scripts
// that Next wrote named by their hashes.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const brotliQuality = 7;
const gzipLevel = 6;
/** A page with more would make a header that proxies refuse. */
const mostScripts = 80;
/** What a policy trusts for one answer, as security-headers.mjs writes it: the nonce, and what its scripts load. */
const trustedOnce = / 'nonce-(\w+)' 'strict-dynamic'/;
/** Said anew for each answer, or of that one answer only. */
const ofOneAnswer = new Set([
  ...[
    'connection',
    'content-encoding',
    'content-length',
    'date',
    'keep-alive',
    'set-cookie',
    'transfer-encoding',
  ],
  ...['cache-control', 'etag', 'x-correlation-id'],
]);

/**
 * @typedef {{ body: Buffer, headers: Record<string, string> }} Spelling the bytes of one encoding, with all their headers
 * @typedef {{ br: Spelling, gzip: Spelling, size: number, madeAt: number }} Page
 * @typedef {{ status: number, headers: Headers, html: string }} Answer
 */

/**
 * @param {Answer} answer
 * @returns {Promise<Page | undefined>} undefined for what must not be kept: not a whole page, or of one visitor
 */
export async function finishPage({ status, headers, html: written }) {
  const isPage = status === 200 && headers.get('content-type')?.startsWith('text/html');
  const policy = headers.get('content-security-policy') ?? '';
  const [trust, nonce] = trustedOnce.exec(policy) ?? [];
  if (!isPage || !trust || !nonce || headers.has('set-cookie')) return undefined;
  const { html, hashes } = hashTrusted(written, nonce);
  if (hashes.length > mostScripts) return undefined;
  const common = {
    ...Object.fromEntries([...headers].filter(([name]) => !ofOneAnswer.has(name))),
    'content-security-policy': policy.replace(trust, hashes.map((hash) => ` ${hash}`).join('')),
    'cache-control': 'private, no-cache',
    vary: ['Cookie', 'Accept-Language', 'Accept-Encoding', headers.get('vary')].filter(Boolean).join(', '),
  };
  const mark = createHash('sha256').update(html).digest('base64url').slice(0, 22);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  const [small, wide] = await Promise.all([brotli(html, { params }), gzip(html, { level: gzipLevel })]);
  const spell = (/** @type {Buffer} */ body, /** @type {string} */ encoding) => ({
    body,
    headers: {
      ...common,
      'content-encoding': encoding,
      'content-length': String(body.length),
      etag: `"${mark}-${encoding}"`,
    },
  });
  const size = small.length + wide.length + 2 * JSON.stringify(common).length;
  return { br: spell(small, 'br'), gzip: spell(wide, 'gzip'), size, madeAt: Date.now() };
}

/**
 * A finished page cannot carry a nonce: it would be the same for everybody, and so worth nothing. It tells here which
 * scripts are Next's own; one that slipped into a text has none, and no browser will run it.
 * @param {string} html
 * @param {string} nonce of this rendering only
 * @returns {{ html: string, hashes: string[] }} the page without its nonce, and for each trusted inline script a source
 *   of its Content-Security-Policy
 */
export function hashTrusted(html, nonce) {
  const inline = new RegExp(
    `<script(?=[^<>]* nonce="${nonce}")(?![^<>]* src=)[^<>]*>([\\s\\S]*?)</script>`,
    'g',
  );
  // What Next tells its own script of the nonce keeps its length, which may be counted.
  const without = (/** @type {string} */ text) =>
    text.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '0'.repeat(nonce.length));
  const scripts = new Set([...html.matchAll(inline)].map(([, text = '']) => without(text)));
  const hashes = [...scripts].map((text) => createHash('sha256').update(text).digest('base64'));
  return { html: without(html), hashes: hashes.map((hash) => `'sha256-${hash}'`) };
}
