// Compresses an answer once and whole: pages come in many small pieces, and each would be flushed apart.
import zlib from 'node:zlib';
import { BoundedFiles } from './bounded-files.mjs';
import { settleLateParts } from './settle-late-parts.mjs';
import { takes } from './takes.mjs';

/** Fast: a page is made anew for each request. */
const pageLevel = 1;
/** Files of a build never change under their name: they are compressed once, as well as possible, and kept. */
const fileLevel = 9;
/** Under one spelling only: neither escaped signs nor steps. */
const ownAddress = /^\/_next\/static(?:\/[^/.%?][^/%?]*)+(?=\?|$)/;
const mostFileBytes = 16e6;
/** A page comes out in one piece: each piece is a turn through the threads that compress. */
const pieceBytes = 64 * 1024;
const text =
  /^(?:text\/(?:html|css|plain|x-component|javascript)|application\/(?:javascript|json|manifest\+json)|image\/svg)/;

const files = new BoundedFiles(mostFileBytes);

/**
 * Takes the place of Next's own compression, which is off. Streams of events and files of people pass as they are.
 * Pages are made whole on the way, also for who reads nothing compressed.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
export function compressOnce(req, res) {
  if (req.method === 'HEAD') return;
  const isSmall = takesGzip(req);
  const { writeHead, write, end, flushHeaders } = res;
  const own = { writeHead, write, end, flushHeaders };
  /** @type {Buffer[] | undefined} undefined: not known yet whether to collect */
  let pieces;
  /** Whether the answer is collected; where it is not, everything goes its own way from here on. */
  const collects = () => {
    if (!pieces && isGathered(res, isSmall)) pieces = [];
    if (!pieces) Object.assign(res, own);
    return pieces;
  };
  const taking = {
    writeHead: (/** @type {number} */ status, /** @type {unknown[]} */ ...rest) => {
      takeHead(res, status, rest);
      return collects() ? res : res.writeHead(status);
    },
    flushHeaders: () => {
      if (!collects()) res.flushHeaders();
    },
    write: (/** @type {unknown} */ chunk, /** @type {unknown[]} */ ...rest) => {
      const taken = collects();
      if (!taken) return Reflect.apply(write, res, [chunk, ...rest]);
      taken.push(toBuffer(chunk, rest[0]));
      callbackIn(rest)?.();
      return true;
    },
    end: (/** @type {unknown[]} */ ...args) => {
      const taken = collects();
      if (!taken) return Reflect.apply(end, res, args);
      if (args[0] && typeof args[0] !== 'function') taken.push(toBuffer(args[0], args[1]));
      Object.assign(res, own);
      void finish(req, res, settle(res, Buffer.concat(taken)), callbackIn(args));
      return res;
    },
  };
  Object.assign(res, taking);
}

/** @param {import('node:http').ServerResponse} res @param {number} status @param {unknown[]} rest as `writeHead` takes them */
function takeHead(res, status, rest) {
  res.statusCode = status;
  const headers = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}

/** @param {unknown[]} args @returns {(() => void) | undefined} */
function callbackIn(args) {
  return /** @type {(() => void) | undefined} */ (args.find((one) => typeof one === 'function'));
}

/** @param {import('node:http').ServerResponse} res */
function isPage(res) {
  return String(res.getHeader('content-type') ?? '').startsWith('text/html');
}

/** @param {import('node:http').ServerResponse} res @param {Buffer} body @returns {Buffer} */
function settle(res, body) {
  const isLate = isPage(res) && body.includes('<div hidden id="S:');
  return isLate ? Buffer.from(settleLateParts(body.toString())) : body;
}

/** @param {import('node:http').IncomingMessage} req */
function takesGzip(req) {
  return takes(String(req.headers['accept-encoding'] ?? ''), 'gzip');
}

/** Also on what goes out as it is: a cache between must not give it to who would take less. @param {import('node:http').ServerResponse} res */
function sayVaries(res) {
  if (!/accept-encoding/i.test(String(res.getHeader('vary') ?? '')))
    res.appendHeader('vary', 'Accept-Encoding');
}

/** @param {import('node:http').ServerResponse} res @param {boolean} isSmall whether it may go out compressed */
function isGathered(res, isSmall) {
  if (!isCompressible(res)) return false;
  sayVaries(res);
  return isSmall || isPage(res);
}

/** @param {import('node:http').ServerResponse} res */
function isCompressible(res) {
  const hasBody = res.statusCode >= 200 && ![204, 206, 304].includes(res.statusCode);
  const isText = text.test(String(res.getHeader('content-type') ?? ''));
  // Only files of people have a name to be saved under; they may be large.
  if (res.hasHeader('content-disposition')) return false;
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
  if (!takesGzip(req)) {
    res.end(body, done);
    return;
  }
  const small = await compress(req.url ?? '', res.statusCode, body);
  res.setHeader('content-encoding', 'gzip');
  res.setHeader('content-length', small.length);
  res.removeHeader('accept-ranges');
  const etag = res.getHeader('etag');
  if (typeof etag === 'string' && !etag.startsWith('W/')) res.setHeader('etag', `W/${etag}`);
  res.end(small, done);
}

/** @param {string} url @param {number} status @param {Buffer} body @returns {Promise<Buffer>} */
async function compress(url, status, body) {
  const name = status === 200 ? ownAddress.exec(url)?.[0] : undefined;
  const known = name && files.find(name);
  if (known) return known;
  const small = await gzip(body, name ? fileLevel : pageLevel);
  if (name) files.keep(name, small);
  return small;
}

/** @param {Buffer} body @param {number} level @returns {Promise<Buffer>} */
function gzip(body, level) {
  return new Promise((resolve, reject) =>
    zlib.gzip(body, { level, chunkSize: pieceBytes }, (error, small) =>
      error ? reject(error) : resolve(small),
    ),
  );
}
