// Compresses an answer once and whole: pages come in many small pieces, and each would be flushed apart.
import zlib from 'node:zlib';

/** Fast: a page is made anew for each request. */
const pageLevel = 1;
/** Files of a build never change under their name: they are compressed once, as well as possible, and kept. */
const fileLevel = 9;
const filesBelow = '/_next/static/';
const text =
  /^(?:text\/(?:html|css|plain|x-component|javascript)|application\/(?:javascript|json|manifest\+json)|image\/svg)/;

/** @type {Map<string, Buffer>} */
const files = new Map();

/**
 * Takes the place of Next's own compression, which is off. Streams of events and files of people pass as they are.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
export function compressOnce(req, res) {
  if (req.method === 'HEAD' || !/\bgzip\b(?!;q=0)/.test(String(req.headers['accept-encoding'] ?? ''))) return;
  const { writeHead, write, end, flushHeaders } = res;
  /** @type {Buffer[]} */
  const pieces = [];
  /** @type {boolean | undefined} undefined: not known yet */
  let isCollecting;

  function decide() {
    if (isCollecting !== undefined) return isCollecting;
    isCollecting = isCompressible(res);
    if (isCollecting) return true;
    Object.assign(res, { writeHead, write, end, flushHeaders });
    return false;
  }

  res.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {number} */ status, ...rest) => {
      res.statusCode = status;
      const headers = rest.find((one) => typeof one === 'object');
      for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
      return decide() ? res : Reflect.apply(writeHead, res, [status]);
    }
  );
  res.flushHeaders = () => {
    if (!decide()) res.flushHeaders();
  };
  res.write = /** @type {typeof write} */ (
    (chunk, ...rest) => {
      if (!decide()) return Reflect.apply(write, res, [chunk, ...rest]);
      pieces.push(toBuffer(chunk, rest[0]));
      rest.find((one) => typeof one === 'function')?.();
      return true;
    }
  );
  res.end = /** @type {typeof end} */ (
    (...args) => {
      if (!decide()) return Reflect.apply(end, res, args);
      const [chunk, encoding] = args;
      if (chunk && typeof chunk !== 'function') pieces.push(toBuffer(chunk, encoding));
      Object.assign(res, { writeHead, write, end, flushHeaders });
      void finish(
        req,
        res,
        Buffer.concat(pieces),
        args.find((one) => typeof one === 'function'),
      );
      return res;
    }
  );
}

/** @param {import('node:http').ServerResponse} res */
function isCompressible(res) {
  const hasBody = res.statusCode >= 200 && ![204, 206, 304].includes(res.statusCode);
  const isText = text.test(String(res.getHeader('content-type') ?? ''));
  return hasBody && isText && !res.headersSent && !res.hasHeader('content-encoding');
}

/** @param {unknown} chunk @param {unknown} encoding */
function toBuffer(chunk, encoding) {
  if (typeof chunk !== 'string') return Buffer.from(/** @type {Uint8Array} */ (chunk));
  return Buffer.from(chunk, typeof encoding === 'string' ? /** @type {BufferEncoding} */ (encoding) : 'utf8');
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {Buffer} body
 * @param {(() => void) | undefined} done
 */
async function finish(req, res, body, done) {
  const small = await compress(req.url ?? '', res.statusCode, body);
  res.setHeader('content-encoding', 'gzip');
  res.setHeader('content-length', small.length);
  res.removeHeader('accept-ranges');
  res.appendHeader('vary', 'Accept-Encoding');
  const etag = res.getHeader('etag');
  if (typeof etag === 'string' && !etag.startsWith('W/')) res.setHeader('etag', `W/${etag}`);
  res.end(small, done);
}

/** @param {string} url @param {number} status @param {Buffer} body @returns {Promise<Buffer>} */
async function compress(url, status, body) {
  const name = status === 200 && url.startsWith(filesBelow) ? url.split('?')[0] : undefined;
  const known = name && files.get(name);
  if (known) return known;
  const small = await gzip(body, name ? fileLevel : pageLevel);
  if (name) files.set(name, small);
  return small;
}

/** @param {Buffer} body @param {number} level @returns {Promise<Buffer>} */
function gzip(body, level) {
  return new Promise((resolve, reject) =>
    zlib.gzip(body, { level }, (error, small) => (error ? reject(error) : resolve(small))),
  );
}
