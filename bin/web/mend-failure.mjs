// A page that fails answers with words even where no script runs: Next leaves its body to the browser's JavaScript.

/**
 * Watches one answer: when Next gives up on a page (500, HTML), the body is replaced by the error page, rendered in the
 * frame, or by plain words where even that fails.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {(code: string) => Promise<Response>} askErrorPage renders the error page for a correlation id
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
      return failed ? res : Reflect.apply(writeHead, res, args);
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
  return status === 500 && wantsPage && (isHtml || !res.hasHeader('content-type'));
}

/**
 * @param {import('node:http').ServerResponse} res
 * @param {(code: string) => Promise<Response>} askErrorPage
 */
async function answer(res, askErrorPage) {
  const code = String(res.getHeader('x-correlation-id') ?? '');
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), correlation: code, failed: pathOf(res.req.url) })}\n`,
  );
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag'])
    res.removeHeader(name);
  const page = await askErrorPage(code).catch(() => undefined);
  const policy = page?.headers.get('content-security-policy');
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-security-policy', (page?.ok && policy) || "default-src 'none'");
  res.writeHead(500);
  res.end(page?.ok ? await page.text() : plainWords(code));
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
