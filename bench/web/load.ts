// One measurement: autocannon asks, the kernel counts what it cost.
import autocannon from 'autocannon';
import { cpuOf } from './cpu';

export type Ask = { path: string; cookie?: string };

export type Figures = {
  what: string;
  connections: number;
  requests: number;
  perSecond: number;
  /** Milliseconds. autocannon counts no 95 %: what stands as `p95` are the 97.5 %. */
  p50: number;
  p95: number;
  /** CPU time of everything together, for one request, and what of it the database used. */
  cpuMs: number;
  databaseMs: number;
  /** Bytes of an answer, compressed, with its head. */
  bytes: number;
  /** Answers other than 200, and none at all. */
  faults: number;
};

type Load = {
  what: string;
  url: string;
  /** What the n-th request asks for. */
  ask: (n: number) => Ask;
  connections: number;
  seconds: number;
  /** Whose CPU time is counted, children included. */
  pids: readonly number[];
  database: number;
};

/** Requests before the measured ones: compiled code, prepared statements and warm caches are what people meet. */
const warmUp = { requests: 1_000, seconds: 15 };
let asked = 0;

export async function measure(load: Load): Promise<Figures> {
  await shoot({ ...load, seconds: warmUp.seconds, most: warmUp.requests });
  const spent = () => ({ all: cpuOf([...load.pids, load.database]), database: cpuOf([load.database]) });
  const before = spent();
  const result = await shoot(load);
  const after = spent();
  const { what, connections } = load;
  const { requests, latency, throughput } = result;
  return {
    ...{ what, connections, requests: requests.total, perSecond: requests.total / result.duration },
    ...{ p50: latency.p50, p95: latency.p97_5, cpuMs: (after.all - before.all) / requests.total },
    databaseMs: (after.database - before.database) / requests.total,
    bytes: Math.round(throughput.total / requests.total),
    faults: result.non2xx + result.errors + result.timeouts,
  };
}

function shoot({
  url,
  ask,
  connections,
  seconds,
  most,
}: Load & { most?: number }): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    autocannon(
      {
        ...{ url, connections, timeout: 30 },
        ...(most ? { amount: most } : { duration: seconds }),
        setupClient: forgetBodies,
        requests: [
          {
            setupRequest: (request) => {
              const { path, cookie } = ask(asked++);
              const headers = { ...request.headers, accept: 'text/html', 'accept-encoding': 'gzip' };
              return { ...request, path, headers: cookie ? { ...headers, cookie } : headers };
            },
          },
        ],
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
  });
}

/**
 * autocannon (8.0) adds up each body as text, though nobody asks for it: two thirds of its time where bodies are
 * compressed, and it was measured instead of the server.
 */
function forgetBodies(client: unknown): void {
  (client as { pipelinedRequests: { addBody: () => void } }).pipelinedRequests.addBody = () => {};
}
