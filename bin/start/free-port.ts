// Which port the web server takes: the one asked for, or the next that nobody uses.
import net from 'node:net';

const tries = 50;

/** @returns the first free port from `wanted` on, on `host` */
export async function freePort(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + tries; port++) {
    if (await isFree(host, port)) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + tries}.`);
}

/** Asked on the address itself: another program on all addresses blocks it just the same. */
function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
