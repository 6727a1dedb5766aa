// One request on a connection of its own: what is cut off fails at once, and nothing is sent again behind one's back.
import http from 'node:http';

const withinMs = 20_000;

export type Answer = { status: number; location: string | null; text: string };

/** @throws where the server does not answer whole within twenty seconds */
export function ask(
  url: string,
  { method = 'GET', headers, body }: { method?: string; headers: Record<string, string>; body?: Uint8Array },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(url);
    const asked = http.request({
      ...{ host: hostname, port, path: pathname + search, method, headers, agent: false },
      signal: AbortSignal.timeout(withinMs),
    });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.once('error', reject);
      answer.once('end', () => {
        if (!answer.complete) return reject(new Error('The answer was cut off.'));
        const { statusCode: status = 0, headers: told } = answer;
        resolve({ status, location: told.location ?? null, text: Buffer.concat(pieces).toString() });
      });
    });
    asked.end(body);
  });
}
