// The receiving half of Resend's documented API on this machine: mails that came in, their bytes for an hour, suppressions,
// and the signed messages of the webhook. The real SDK talks to it.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@/lib/core/ids';

type Received = { id: string; raw: Buffer; to: string[]; createdAt: Date };

export type ResendInbox = {
  readonly url: string;
  readonly mails: Map<string, Received>;
  readonly suppressed: Set<string>;
  /** Paths that were asked for, with their methods. */
  readonly asked: string[];
  /** Set to make the next answers fail: each entry is a status, used once. */
  readonly troubles: number[];
  /** While true, every address of bytes that is handed out has ended already. */
  expireNext: boolean;
  readonly receive: (raw: string | Buffer, to: string[], createdAt?: Date) => Received;
  readonly stop: () => Promise<void>;
};

const secretBytes = Buffer.from('a-secret-for-webhooks-in-tests-only');
export const webhookSecret = `whsec_${secretBytes.toString('base64')}`;

/** What Resend sends for an event: body and headers, signed as Standard Webhooks says. */
export function signEvent(event: object, { id = `msg_${newId()}`, at = new Date() } = {}) {
  const body = Buffer.from(JSON.stringify(event));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const mac = createHmac('sha256', secretBytes).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { body, id, timestamp, signature: `v1,${mac}` };
}

export async function startResendInbox(): Promise<ResendInbox> {
  const mails = new Map<string, Received>();
  const inbox = { mails, suppressed: new Set<string>(), asked: [] as string[], troubles: [] as number[] };
  const server = createServer((request, response) => reply(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: ResendInbox = {
    ...inbox,
    url,
    expireNext: false,
    receive: (raw, to, createdAt = new Date()) => {
      const received = { id: newId(), raw: Buffer.from(raw), to, createdAt };
      mails.set(received.id, received);
      return received;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return state;
}

type Answer = { status: number; body: object | Buffer };

function reply(state: ResendInbox, request: IncomingMessage, response: ServerResponse): void {
  const { status, body } = answerTo(state, request);
  const isRaw = Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': isRaw ? 'message/rfc822' : 'application/json' });
  response.end(isRaw ? body : JSON.stringify(body));
}

function answerTo(state: ResendInbox, { method, url, headers }: IncomingMessage): Answer {
  const { pathname, searchParams } = new URL(url ?? '/', state.url);
  state.asked.push(`${method} ${pathname}`);
  const trouble = state.troubles.shift();
  if (trouble) return failure(trouble, 'application_error');
  const [, first, second = '', third] = pathname.split('/').map(decodeURIComponent);
  if (first === 'raw') return rawOf(state, second, searchParams.has('ended'));
  if (!headers.authorization) return failure(401, 'missing_api_key');
  if (first === 'suppressions' && method === 'DELETE') return lift(state, second);
  if (first !== 'emails' || second !== 'receiving') return failure(404, 'not_found');
  return third ? mailOf(state, third) : listOf(state, searchParams);
}

function mailOf(state: ResendInbox, id: string): Answer {
  const found = state.mails.get(id);
  if (!found) return failure(404, 'not_found');
  const ended = state.expireNext;
  state.expireNext = false;
  const raw = {
    download_url: `${state.url}/raw/${id}${ended ? '?ended' : ''}`,
    expires_at: new Date(found.createdAt.getTime() + 3_600_000).toISOString(),
  };
  return {
    status: 200,
    body: { object: 'email', ...describe(found), html: null, text: null, headers: null, raw },
  };
}

function describe({ id, to, createdAt }: Received) {
  const said = { from: 'x@altrove.example', subject: '', message_id: '<x>', attachments: [] };
  const none = { bcc: [], cc: [], reply_to: [] };
  return { id, to, received_for: to, created_at: createdAt.toISOString(), ...said, ...none };
}

function listOf(state: ResendInbox, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? 20);
  const all = [...state.mails.values()].toSorted(
    (one, other) => Number(other.createdAt) - Number(one.createdAt),
  );
  const from = query.has('after') ? all.findIndex(({ id }) => id === query.get('after')) + 1 : 0;
  const page = all.slice(from, from + limit);
  const body = { object: 'list', has_more: from + limit < all.length, data: page.map(describe) };
  return { status: 200, body };
}

function rawOf(state: ResendInbox, id: string, ended: boolean): Answer {
  const found = state.mails.get(id);
  return found && !ended ? { status: 200, body: found.raw } : failure(403, 'expired');
}

function lift(state: ResendInbox, email: string): Answer {
  if (!state.suppressed.delete(email)) return failure(404, 'not_found');
  return { status: 200, body: { object: 'suppression', id: email, deleted: true } };
}

function failure(statusCode: number, name: string): Answer {
  return { status: statusCode, body: { statusCode, name, message: name } };
}
