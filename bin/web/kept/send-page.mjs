// Sends a finished page in the encoding the browser takes, or says that it has it already.
import zlib from 'node:zlib';
import { takes } from '../takes.mjs';

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {import('./finish-page.mjs').Page} page
 */
export function sendPage(req, res, page) {
  const accepted = String(req.headers['accept-encoding'] ?? '');
  const encoding = takes(accepted, 'br') ? 'br' : 'gzip';
  const { headers, body } = page[encoding];
  if (matches(req.headers['if-none-match'], headers.etag)) {
    const { 'content-length': _, 'content-encoding': __, 'content-type': ___, ...rest } = headers;
    res.writeHead(304, rest).end();
  } else if (encoding === 'br' || takes(accepted, 'gzip')) {
    res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body);
  } else {
    const plain = zlib.gunzipSync(body);
    const { 'content-encoding': _, etag = '', ...rest } = headers;
    const own = { ...rest, 'content-length': String(plain.length), etag: etag.replace('-gzip', '') };
    res.writeHead(200, own).end(req.method === 'HEAD' ? undefined : plain);
  }
}

/**
 * @param {string | undefined} given an If-None-Match header (RFC 9110 §13.1.2), compared weakly
 * @param {string | undefined} etag
 */
function matches(given, etag) {
  if (given === undefined || etag === undefined) return false;
  return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
