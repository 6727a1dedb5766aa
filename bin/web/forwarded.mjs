// What a request says of where it came from is believed only when a trusted proxy says it.
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Set by this server alone: whoever reads it may rely on it. */
export const addressHeader = 'x-raccordo-address';
const forwardedHeaders = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
];

/**
 * Rewrites the headers of `req`: the client's real address goes to `x-raccordo-address`, and forwarded headers of
 * anybody but a trusted proxy are dropped.
 * @param {import('node:http').IncomingMessage} req
 * @param {string[]} trusted addresses or CIDR ranges of the proxies whose word counts
 */
export function settleOrigin(req, trusted) {
  const peer = plain(req.socket.remoteAddress ?? '');
  const claimed = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && ipaddr.isValid(part))
    .map(plain);
  const address = clientAddress(peer, claimed, trusted);
  if (!isTrusted(peer, trusted)) for (const name of forwardedHeaders) delete req.headers[name];
  req.headers['x-forwarded-for'] = address;
  req.headers[addressHeader] = address;
}

/**
 * The nearest address that no trusted proxy vouches for, read from the right: what stands further left, a client may
 * have written itself.
 * @param {string} peer
 * @param {string[]} claimed
 * @param {string[]} trusted
 */
export function clientAddress(peer, claimed, trusted) {
  let address = peer;
  for (const next of claimed.toReversed()) {
    if (!isTrusted(address, trusted)) break;
    address = next;
  }
  return address;
}

/**
 * @param {string} address
 * @param {string[]} trusted
 */
function isTrusted(address, trusted) {
  if (trusted.length === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return trusted.some((range) => {
    const [network, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : single(range);
    return parsed.kind() === network.kind() && parsed.match(network, bits);
  });
}

/**
 * @param {string} address
 * @returns {[ipaddr.IPv4 | ipaddr.IPv6, number]}
 */
function single(address) {
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
}

/** @param {string} address an IPv4 address inside IPv6 is written as the IPv4 one */
function plain(address) {
  // Written in one way only.
  if (isIPv4(address)) return address;
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}
