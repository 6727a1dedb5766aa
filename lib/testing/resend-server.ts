// A local server that speaks Resend's API for sending as its documentation has it: batches and their rules, idempotency
// keys, limits. The real SDK talks to it; tests tell it how to misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@/lib/core/ids';

/** A mail as the API was given it. */
export type ApiMail = {
  id: string;
  from: string;
  to: string;
  reply_to?: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** What the next calls meet, first first; a call that meets none is answered as it should be. */
export type Trouble =
  | { kind: 'limit'; retryAfter: number | string; name?: string }
  | { kind: 'failure' }
  | { kind: 'forbidden' }
  /** Does the work and breaks off before it answers. */
  | { kind: 'lost-answer' }
  | { kind: 'hang' }
  /** Answers while the first call under the key still runs. */
  | { kind: 'concurrent' };

export type ResendServer = {
  readonly url: string;
  /** Accepted mails in the order they came. */
  readonly mails: ApiMail[];
  /** Every call: its path, key and how many mails it held. */
  readonly calls: { path: string; key: string | null; mails: number; status: number }[];
  readonly troubles: Trouble[];
  /** Addresses that no mail is accepted for. */
  readonly refused: Set<string>;
  /** Calls left in the window of which every answer tells; null: told as plenty. */
  remaining: number | null;
  /** Further paths, for what else the API has: true where the call was answered. */
  readonly more: ((request: IncomingMessage, response: ServerResponse, body: string) => boolean)[];
  readonly stop: () => Promise<void>;
};

type Asked = { path: string; key: string | null; body: string; isPermissive: boolean };
type Answer = { status: number; body: unknown; headers?: Record<string, string> };

const mostInBatch = 100;
const longestKey = 256;

export async function startResendServer(): Promise<ResendServer> {
  const remembered = new Map<string, { body: string; answer: Answer }>();
  const web = createServer((request, response) => void serve(server, remembered, request, response));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const server: ResendServer = {
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    ...{ mails: [], calls: [], troubles: [], refused: new Set<string>(), remaining: null, more: [] },
    stop: () => {
      web.closeAllConnections();
      return new Promise((resolve) => web.close(() => resolve()));
    },
  };
  return server;
}

async function serve(
  server: ResendServer,
  remembered: Map<string, { body: string; answer: Answer }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString();
  if (server.more.some((answer) => answer(request, response, body))) return;
  const key = request.headers['idempotency-key'];
  const isPermissive = request.headers['x-batch-validation'] === 'permissive';
  const asked: Asked = { path: request.url ?? '', key: key ? String(key) : null, body, isPermissive };
  const trouble = server.troubles.shift();
  if (trouble?.kind === 'hang') return;
  const answer =
    trouble && trouble.kind !== 'lost-answer' ? spoiled(trouble) : once(server, remembered, asked);
  const given: unknown = JSON.parse(body || '[]');
  const mails = Array.isArray(given) ? given.length : 1;
  server.calls.push({ path: asked.path, key: asked.key, mails, status: answer.status });
  if (trouble?.kind === 'lost-answer') return void response.destroy();
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    ...limits(server),
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
}

function limits({ remaining }: ResendServer): Record<string, string> {
  return {
    'ratelimit-limit': '5',
    'ratelimit-remaining': String(remaining ?? 4),
    'ratelimit-reset': '1',
  };
}

function fault(status: number, name: string, message: string, headers?: Record<string, string>): Answer {
  return { status, body: { statusCode: status, name, message }, headers };
}

function spoiled(trouble: Exclude<Trouble, { kind: 'hang' | 'lost-answer' }>): Answer {
  if (trouble.kind === 'failure') return fault(500, 'internal_server_error', 'An unexpected error occurred.');
  if (trouble.kind === 'forbidden') return fault(403, 'invalid_api_key', 'API key is invalid.');
  if (trouble.kind === 'concurrent') {
    return fault(409, 'concurrent_idempotent_requests', 'The same key is in use by another request.');
  }
  const { name = 'rate_limit_exceeded', retryAfter } = trouble;
  return fault(429, name, 'Too many requests.', { 'retry-after': String(retryAfter) });
}

/** Under one key and with one payload the work is done once, and answered as often as one asks. */
function once(
  server: ResendServer,
  remembered: Map<string, { body: string; answer: Answer }>,
  asked: Asked,
): Answer {
  const { key, path, body } = asked;
  if (key === null) return accept(server, asked);
  if (key.length > longestKey) return fault(400, 'invalid_idempotency_key', 'The key is too long.');
  const before = remembered.get(`${path} ${key}`);
  if (before && before.body !== body) {
    return fault(409, 'invalid_idempotent_request', 'The key was used with another payload.');
  }
  const answer = before?.answer ?? accept(server, asked);
  if (answer.status === 200) remembered.set(`${path} ${key}`, { body, answer });
  return answer;
}

function accept(server: ResendServer, { path, body, isPermissive }: Asked): Answer {
  const given = JSON.parse(body);
  if (path === '/emails') {
    const wrong = faultOf(server, given);
    return wrong ? fault(422, 'validation_error', wrong) : { status: 200, body: { id: take(server, given) } };
  }
  if (path !== '/emails/batch') return fault(404, 'not_found', 'There is nothing here.');
  if (given.length > mostInBatch) return fault(422, 'validation_error', 'At most 100 emails.');
  const faults = given.map((one: ApiMail) => faultOf(server, one));
  const errors = faults.flatMap((message: string | null, index: number) =>
    message ? [{ index, message }] : [],
  );
  if (errors.length > 0 && !isPermissive) return fault(422, 'validation_error', errors[0].message);
  const data = given
    .filter((_: ApiMail, index: number) => !faults[index])
    .map((one: ApiMail) => ({ id: take(server, one) }));
  return { status: 200, body: isPermissive ? { data, errors } : { data } };
}

function faultOf({ refused }: ResendServer, given: ApiMail & { attachments?: unknown }): string | null {
  if (given.attachments) return 'Attachments are not supported in a batch.';
  if (given.subject === '') return 'Invalid `subject` field. It needs to be a string.';
  return refused.has(given.to) ? `Invalid \`to\` field: ${given.to}` : null;
}

function take({ mails }: ResendServer, given: ApiMail): string {
  const id = newId();
  mails.push({ ...given, id });
  return id;
}
