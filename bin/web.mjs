// The web process: Next behind a plain HTTP server that settles where a request comes from, compresses what goes out,
// and answers itself where a finished page suffices.
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import v8 from 'node:v8';
import next from 'next';
import { addressRequest } from './web/address-request.mjs';
import { compressOnce } from './web/compress-once.mjs';
import { dropNul } from './web/drop-nul.mjs';
import { settleOrigin } from './web/forwarded.mjs';
import { Changes } from './web/kept/changes.mjs';
import { KeptPages } from './web/kept/kept-pages.mjs';
import { localHost } from './web/local-host.mjs';
import { mendFailure } from './web/mend-failure.mjs';
import { settleLateParts } from './web/settle-late-parts.mjs';
import { untieImmediates } from './web/untie-immediates.mjs';

untieImmediates();
// Here and not with the other memory settings, because NODE_OPTIONS does not take it. The old objects may grow by so much
// before all are looked at: those of pages under way are soon gone. A tenth of a page's cost, for fifty megabytes.
v8.setFlagsFromString('--heap-growing-percent=80');

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
const dev = process.env.NODE_ENV === 'development';
const trusted = (process.env.TRUSTED_PROXY ?? '')
  .split(',')
  .map((part) => part.trim())
  .filter(Boolean);
const secure = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
const strictTransport = 'max-age=31536000; includeSubDomains';
const closeWithinMs = 5_000;
const errorPage = '/errore';
const errorPageWithinMs = 5_000;
/** With the word that only this process knows, this server asks itself, and may say for which path. */
const ownHeader = 'x-raccordo-own';
const pathHeader = 'x-raccordo-path';
const ownWord = randomBytes(16).toString('hex');
const renderWithinMs = 20_000;
const mostBytesKept = 64e6;

process.env.AUTH_URL = process.env.PUBLIC_URL;

const server = http.createServer();
const app = next({ dev, hostname: host, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();
const pages = startKeeping();
server.on('request', (req, res) => {
  req.url = dropNul(req.url ?? '/');
  if (secure) res.setHeader('strict-transport-security', strictTransport);
  if (req.headers[ownHeader] === ownWord) {
    addressRequest(req, res, { secure, development: dev });
    // The frame speaks of the page that was asked for, not of the one that answers in its place.
    req.headers['x-path'] = req.headers[pathHeader] ?? req.headers['x-path'];
    return handle(req, res);
  }
  if (pages) pages.answer(req, res, () => askNext(req, res));
  else askNext(req, res);
});
server.listen(port, host);

/**
 * @param {http.IncomingMessage} req
 * @param {http.ServerResponse} res
 */
function askNext(req, res) {
  settleOrigin(req, trusted);
  addressRequest(req, res, { secure, development: dev });
  if (!dev) compressOnce(req, res);
  mendFailure(req, res, (status, code) => askErrorPage(req, status, code));
  handle(req, res);
}

/** Finished public pages; none while one develops. */
function startKeeping() {
  const url = process.env.DATABASE_URL || process.env.RACCORDO_EMBEDDED_URL;
  if (dev || !url) return undefined;
  const kept = new KeptPages({ render: renderPage, isTold: () => line.isTold(), mostBytes: mostBytesKept });
  let number = 0;
  const line = new Changes(url, () => {
    number += 1;
    kept.drop();
  });
  // For lib/web/keep-until-change.ts, which Next bundles and this file cannot import.
  Object.assign(globalThis, { raccordoChanges: { isTold: () => line.isTold(), number: () => number } });
  return kept;
}

/**
 * A page as this server gives it to nobody in particular: nothing of the visitor's request goes along but its address.
 * @param {string} path
 * @param {string} language
 */
async function renderPage(path, language) {
  const answer = await fetch(`http://${localHost(host)}:${port}${path}`, {
    headers: {
      ...{ [ownHeader]: ownWord, accept: 'text/html', 'accept-encoding': 'identity' },
      ...{ 'accept-language': language, cookie: `lingua=${language}` },
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(renderWithinMs),
  });
  return { status: answer.status, headers: answer.headers, html: settleLateParts(await answer.text()) };
}

/**
 * Asks this server itself, as the same visitor.
 * @param {http.IncomingMessage} req
 * @param {number} status
 * @param {string} code
 */
function askErrorPage(req, status, code) {
  const headers = {
    ...{ [ownHeader]: ownWord, [pathHeader]: String(req.headers['x-path'] ?? '/') },
    ...{ 'accept-encoding': 'identity', 'accept-language': String(req.headers['accept-language'] ?? '') },
  };
  const query = new URLSearchParams({ stato: String(status), codice: code });
  return fetch(`http://${localHost(host)}:${port}${errorPage}?${query}`, {
    headers: { ...headers, cookie: req.headers.cookie ?? '' },
    signal: AbortSignal.timeout(errorPageWithinMs),
  });
}

function close() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), closeWithinMs).unref();
}

process.once('SIGTERM', close);
process.once('SIGINT', close);
process.once('disconnect', close);
