// Mails through Resend: batches under one idempotency key, at the pace the provider asks for (MAIL.md §3, E67, E68).
import { setTimeout as pauseFor } from 'node:timers/promises';
import { type CreateEmailOptions, type ErrorResponse, Resend } from 'resend';
import { stamp } from './form';
import { MailUnavailable, type Message, type Receipt } from './message';
import { takeTurns } from './take-turns';
import type { Sealed, Transport } from './transport';

export type ResendSettings = {
  readonly apiKey: string;
  /** Of another server that speaks the same, for tests. */
  readonly baseUrl?: string;
  /** Milliseconds until a call that does not answer is given up. */
  readonly timeout?: number;
  readonly pause?: (seconds: number) => Promise<unknown>;
};

type Answer = {
  data: { id: string } | { data: { id: string }[]; errors?: ItemError[] } | null;
  error: ErrorResponse | null;
  headers: Record<string, string> | null;
};
type ItemError = { index: number; message: string };

const batch = 100;
/** Seconds that are waited for here; what lasts longer is the queue's business. */
const longestWait = 15;
const mostTries = 8;
const defaultTimeout = 30_000;

/** Its own Message-ID replaces ours, and its own return path; no attachment goes with a batch. */
export function resendTransport({ apiKey, baseUrl, timeout, pause }: ResendSettings): Transport {
  const resend = new Resend(apiKey, { baseUrl });
  const wait = pause ?? ((seconds: number) => pauseFor(seconds * 1000));
  /** Seconds to wait before the next call, as the last answer said. */
  let due = 0;
  const call = async (mails: readonly Sealed[], key: string): Promise<Answer> => {
    if (due > 0) await wait(Math.min(due, longestWait));
    const signal = AbortSignal.timeout(timeout ?? defaultTimeout);
    const options = { idempotencyKey: key, signal };
    const items = mails.map(({ body }) => JSON.parse(body) as CreateEmailOptions);
    const [first] = items;
    const answer: Answer =
      items.length === 1 && first
        ? await resend.emails.send(first, options)
        : await resend.batch.send(items, { ...options, batchValidation: 'permissive' });
    due = secondsUntilNext(answer.headers);
    return answer;
  };
  return {
    ...{ remembers: true, batch, lines: 1, takeLine: takeTurns(1), close: () => {} },
    print: async ({ message, marks }) => {
      const body = stamp(JSON.stringify(itemOf(message)), marks, (word) => JSON.stringify(word).slice(1, -1));
      const to = stamp(message.to, marks);
      return (fill) => ({ from: message.from.address, to: to(fill), body: body(fill) });
    },
    send: async (mails, key) => {
      for (let tries = 1; ; tries++) {
        const { data, error, headers } = await call(mails, key);
        if (!error) return receipts(data, mails.length);
        const seconds = secondsToWait(error, headers);
        if (seconds === null || seconds > longestWait || tries === mostTries)
          return refuse(error, mails, seconds);
        due = Math.max(due, seconds);
      }
    },
  };
}

function itemOf(message: Message): CreateEmailOptions {
  const { from, to, replyTo, subject, text, html, inReplyTo, references } = message;
  return {
    from: `"${from.name.replace(/["\\]/g, '')}" <${from.address}>`,
    ...{ to, replyTo, subject, text, html },
    headers: {
      ...message.headers,
      ...(inReplyTo ? { 'In-Reply-To': `<${inReplyTo}>` } : {}),
      ...(references.length > 0 ? { References: references.map((id) => `<${id}>`).join(' ') } : {}),
    },
  };
}

/** The ids are those of the accepted ones alone, in their order. */
function receipts(data: Answer['data'], count: number): Receipt[] {
  if (!data) throw new MailUnavailable('The provider answered nothing.', false);
  const accepted = 'id' in data ? [data.id] : data.data.map(({ id }) => id);
  const refused = new Map(
    ('errors' in data ? (data.errors ?? []) : []).map((one) => [one.index, one.message]),
  );
  return Array.from({ length: count }, (_, index) => {
    const said = refused.get(index);
    return said === undefined ? { taken: true, providerId: accepted.shift() ?? null } : refusal(said);
  });
}

/** Only what is said of the field `to` concerns the receiver: a wrong sender name must stop nobody's address. */
function refusal(said: string): Receipt {
  return {
    taken: false,
    refusal: { permanent: true, address: /[`'"]to[`'"]/.test(said), status: null, said },
  };
}

/** Null: waiting would not help. */
function secondsToWait({ name, statusCode }: ErrorResponse, headers: Answer['headers']): number | null {
  if (statusCode !== 429 && name !== 'concurrent_idempotent_requests') return null;
  return secondsIn(headers?.['retry-after'] ?? headers?.['ratelimit-reset']);
}

/** Seconds, or a date (RFC 9110 §10.2.3); one second for anything else. */
function secondsIn(said = ''): number {
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : 1;
}

/** `ratelimit-reset` counts seconds (draft-ietf-httpapi-ratelimit-headers). */
function secondsUntilNext(headers: Answer['headers']): number {
  return headers?.['ratelimit-remaining'] === '0' ? secondsIn(headers['ratelimit-reset']) : 0;
}

/** A fault of one mail is that mail's; everything else concerns the provider. */
function refuse(error: ErrorResponse, mails: readonly Sealed[], seconds: number | null): Receipt[] {
  const { message, name, statusCode } = error;
  if (mails.length === 1 && statusCode === 422) return [refusal(message)];
  const isUnknown = statusCode === null || statusCode >= 500 || name === 'concurrent_idempotent_requests';
  throw new MailUnavailable(`Resend: ${name}: ${message}`, !isUnknown, seconds);
}
