// The web process: Next behind a plain HTTP server that settles where a request comes from.
import http from 'node:http';
import next from 'next';
import { settleOrigin } from './web/forwarded.mjs';
import { localHost } from './web/local-host.mjs';
import { mendFailure } from './web/mend-failure.mjs';

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

process.env.AUTH_URL = process.env.PUBLIC_URL;

const server = http.createServer();
const app = next({ dev, hostname: host, port, httpServer: server });
await app.prepare();
const handle = app.getRequestHandler();
server.on('request', (req, res) => {
  settleOrigin(req, trusted);
  // PostgreSQL keeps no NUL and no address of ours holds one.
  req.url = req.url?.replaceAll('%00', '');
  if (secure) res.setHeader('strict-transport-security', strictTransport);
  if (req.url?.startsWith(errorPage)) return handle(req, res);
  mendFailure(req, res, (code) => askErrorPage(req, code));
  handle(req, res);
});
server.listen(port, host);

/**
 * Asks this server itself, as the same visitor.
 * @param {http.IncomingMessage} req
 * @param {string} code
 */
function askErrorPage(req, code) {
  const headers = {
    'accept-encoding': 'identity',
    'accept-language': String(req.headers['accept-language'] ?? ''),
  };
  return fetch(`http://${localHost(host)}:${port}${errorPage}?codice=${encodeURIComponent(code)}`, {
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
