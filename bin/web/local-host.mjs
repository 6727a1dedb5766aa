// How a program on this machine reaches a server that listens on `host`.

/**
 * @param {string} host as given to `listen`: an address, or one that means all of them
 * @returns {string} the host part of a URL
 */
export function localHost(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
