// A page that fails, is not found or not allowed answers with words even where no script runs: Next leaves the body of such
// a page to the browser's JavaScript, which does not find there what the page would have held.

/** @typedef {(status: number, code: string) => Promise<Response>} AskErrorPage renders the words of a status, with a correlation id */

const givenUp = new Set([403, 404, 500]);

/**
 * Watches one answer: when Next gives up on a page (HTML with one of the statuses below), the body is replaced by the
 * page for that, rendered in the frame, or by plain words where even that fails. The status stays.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {AskErrorPage} askErrorPage
 */
export function mendFailure(req, res, askErrorPage) {
  const { writeHead, write, end } = res;
  let failed = false;
  const decide = () => {
    if (!failed && !res.headersSent) res.writeHead(res.statusCode);
    return failed;
  };
  res.writeHead = /** @type {typeof res.writeHead} */ (
    (...args) => {
      failed = isFailedPage(req, res, Number(args[0]));
      if (!failed) return Reflect.apply(writeHead, res, args);
      res.statusCode = Number(args[0]);
      return res;
    }
  );
  res.write = /** @type {typeof res.write} */ ((...args) => decide() || Reflect.apply(write, res, args));
  res.end = /** @type {typeof res.end} */ (
    (...args) => {
      if (!decide()) return Reflect.apply(end, res, args);
      Object.assign(res, { writeHead, write, end });
      void answer(res, askErrorPage);
      return res;
    }
  );
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {number} status
 */
function isFailedPage(req, res, status) {
  const isHtml = String(res.getHeader('content-type') ?? '').startsWith('text/html');
  const wantsPage = String(req.headers.accept ?? '').includes('text/html');
  return givenUp.has(status) && wantsPage && (isHtml || !res.hasHeader('content-type'));
}

/**
 * @param {import('node:http').ServerResponse} res
 * @param {AskErrorPage} askErrorPage
 */
async function answer(res, askErrorPage) {
  const code = String(res.getHeader('x-correlation-id') ?? '');
  const status = res.statusCode;
  if (status === 500) log(res, code);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag'])
    res.removeHeader(name);
  const page = await askErrorPage(status, code).catch(() => undefined);
  const policy = page?.headers.get('content-security-policy');
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-security-policy', (page?.ok && policy) || "default-src 'none'");
  res.writeHead(status);
  res.end(page?.ok ? await page.text() : plainWords(code));
}

/** @param {import('node:http').ServerResponse} res @param {string} code */
function log({ req }, code) {
  const line = { at: new Date().toISOString(), correlation: code, failed: pathOf(req.url) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** A query may hold a one-time link: it stays out of the log. @param {string} [url] */
function pathOf(url) {
  return url?.split('?')[0];
}

/** @param {string} code */
function plainWords(code) {
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Raccordo non risponde</title>
<h1>Raccordo non risponde</h1>
<p>Il servizio è fermo o sta ripartendo. Quello che era già salvato non è andato perso: si può riprovare fra un minuto.</p>
<p lang="en">Raccordo is not answering. What was saved is not lost: please try again in a minute.</p>
<p>Codice: ${code.replace(/[^\w-]/g, '')}</p>
</html>`;
}
