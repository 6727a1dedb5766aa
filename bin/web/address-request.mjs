// Before every page: the security headers with a nonce for this answer, and a number by which it can be found in the log.
import { randomUUID } from 'node:crypto';
import { fileHeaders, securityHeaders } from './security-headers.mjs';

/** A mail's own HTML and files of people say themselves what they may do. */
const apart = /^\/(?:api\/files\/[^/?]+|dev\/posta\/[^/?]+\/html)(?:\?|$)/;
/** Files of ours need no nonce; where there is none of that name, a page says so. */
const file = /^\/(?:_next\/static\/|fonts\/|(?:_next\/image|icons\.svg|icon\.svg|favicon\.ico)(?:\?|$))/;
const unsubscribeLink = /^\/posta\/([a-z2-7]{42})$/i;

/**
 * Decides nothing about who may read what: pages and actions do. Hands the page its nonce, number and path, and whether a script asks for
 * it, which Next does not tell. Here and
 * not in Next's own proxy, which makes of each request another one: a tenth of what a page costs.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {{ secure: boolean, development: boolean }} given
 */
export function addressRequest(req, res, given) {
  const { url = '/', headers } = req;
  if (apart.test(url)) return;
  if (file.test(url)) return setHeaders(res, fileHeaders);
  const nonce = randomUUID().replaceAll('-', '');
  const number = randomUUID();
  const answered = securityHeaders({ ...given, nonce });
  headers['content-security-policy'] = answered['content-security-policy'];
  headers['x-correlation-id'] = number;
  headers['x-path'] = url;
  headers['x-whole-page'] = 'rsc' in headers || 'next-action' in headers ? '0' : '1';
  setHeaders(res, answered);
  res.setHeader('x-correlation-id', number);
  const token = postedLink(req);
  if (token) req.url = `/api/mail/unsubscribe/${token}`;
}

/** @param {import('node:http').ServerResponse} res @param {Record<string, string>} headers */
function setHeaders(res, headers) {
  for (const name in headers) res.setHeader(name, headers[name] ?? '');
}

/**
 * A page and a handler cannot stand at one address, and the link of a mail must be both: shown when opened, obeyed when
 * posted to (RFC 8058). What a browser sends of the forms around every page stays with the page.
 * @param {import('node:http').IncomingMessage} req
 */
function postedLink({ method, url = '', headers }) {
  const isMultipart = headers['content-type']?.startsWith('multipart/form-data');
  if (method !== 'POST' || 'next-action' in headers || (isMultipart && 'origin' in headers)) return undefined;
  return unsubscribeLink.exec(url.split('?')[0] ?? '')?.[1];
}
