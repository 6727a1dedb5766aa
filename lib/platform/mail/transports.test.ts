import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startResendServer } from '@/lib/testing/resend-server';
import { startSmtpSink } from '@/lib/testing/smtp-sink';
import { type Form, makeMark } from './form';
import { MailUnavailable, type Message } from './message';
import { resendTransport } from './resend-transport';
import { smtpTransport } from './smtp-transport';
import type { Transport } from './transport';

const sink = await startSmtpSink();
const provider = await startResendServer();
const paused: number[] = [];
const smtp = smtpTransport({ url: sink.url });
const resend = resendTransport({
  ...{ apiKey: 're_test', baseUrl: provider.url, timeout: 1000 },
  pause: async (seconds) => void paused.push(seconds),
});

afterAll(async () => {
  smtp.close();
  await Promise.all([sink.stop(), provider.stop()]);
});

beforeEach(() => {
  for (const list of [sink.mails, provider.mails, provider.calls, paused]) list.length = 0;
  provider.refused.clear();
  sink.refusedAddresses.clear();
  provider.remaining = null;
});

const mark = makeMark();
const receiver = makeMark();
const message: Message = {
  from: { name: 'Nicolò Però – Comune di Segrate', address: 'operatori@liste.raccordo.example' },
  envelopeFrom: `b-${mark}@liste.raccordo.example`,
  to: `${receiver}@receiver.invalid`,
  replyTo: `r-${mark}@liste.raccordo.example`,
  subject: 'Re: Idoneità dell’alloggio senza planimetria: che cosa accettano gli altri Comuni della rete',
  text: `Perché no.\n\n${'parola '.repeat(40)}https://raccordo.example/posta/${mark}\n`,
  html: `<p>Perché no. <a href="https://raccordo.example/posta/${mark}">Scegli</a></p>`,
  messageId: 'p1@liste.raccordo.example',
  sentAt: new Date('2026-11-03T09:30:00Z'),
  inReplyTo: 'p0@liste.raccordo.example',
  references: ['topic.t@liste.raccordo.example', 'p0@liste.raccordo.example'],
  headers: {
    Precedence: 'list',
    'List-Unsubscribe': `<https://raccordo.example/posta/${mark}>, <mailto:r-${mark}@liste.raccordo.example?subject=unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
  },
};
const form: Form = { message, marks: [`${receiver}@receiver.invalid`, mark] };

/** What a receiver sees, from whichever way it came. */
type Seen = {
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

async function lastOfSmtp(): Promise<Seen> {
  const mail = await PostalMime.parse(sink.mails.at(-1)?.raw ?? '');
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
  return {
    ...{ from: `${mail.from?.name} <${mail.from?.address}>`, to: mail.to?.[0]?.address ?? '' },
    ...{ replyTo: mail.replyTo?.[0]?.address ?? '', subject: mail.subject ?? '' },
    ...{ text: (mail.text ?? '').trim(), html: (mail.html ?? '').trim(), headers },
  };
}

function lastOfResend(): Seen {
  const mail = provider.mails.at(-1);
  if (!mail) throw new Error('The provider took nothing.');
  const headers = Object.entries(mail.headers).map(([key, value]) => [key.toLowerCase(), value]);
  return {
    ...{ from: mail.from.replaceAll('"', ''), to: mail.to, replyTo: mail.reply_to ?? '' },
    ...{ subject: mail.subject, text: mail.text.trim(), html: mail.html.trim() },
    headers: Object.fromEntries(headers),
  };
}

const both: [string, Transport, () => Promise<Seen> | Seen][] = [
  ['SMTP', smtp, lastOfSmtp],
  ['Resend', resend, lastOfResend],
];

describe.each(both)('through %s', (name, transport, last) => {
  test('E70: a copy says the same, header by header, and its own words stand where the marks were', async () => {
    const seal = await transport.print(form);
    const word = 'w'.repeat(42);
    const [receipt] = await transport.send([seal(['rita@segrate.example', word])], `${name}-1`);
    expect(receipt?.taken).toBe(true);
    const seen = await last();
    const own = (text: string) => text.replaceAll(mark, word);
    expect(seen).toMatchObject({
      from: 'Nicolò Però – Comune di Segrate <operatori@liste.raccordo.example>',
      to: 'rita@segrate.example',
      replyTo: own(message.replyTo ?? ''),
      subject: message.subject,
      text: own(message.text).trim(),
      html: own(message.html),
      headers: {
        precedence: 'list',
        'list-unsubscribe': own(message.headers['List-Unsubscribe'] ?? ''),
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
        'x-auto-response-suppress': 'DR, RN, NRN, OOF, AutoReply',
        'in-reply-to': '<p0@liste.raccordo.example>',
        references: '<topic.t@liste.raccordo.example> <p0@liste.raccordo.example>',
      },
    });
    expect(JSON.stringify(seen)).not.toContain(mark);
  });

  test('E70: an address that is refused is that copy’s fault, and the next copy leaves', async () => {
    sink.refusedAddresses.set('nobody@segrate.example', '550 5.1.1 Nobody here');
    provider.refused.add('nobody@segrate.example');
    const seal = await transport.print(form);
    const [refused] = await transport.send([seal(['nobody@segrate.example', 'x'])], `${name}-2`);
    expect(refused).toMatchObject({ taken: false, refusal: { permanent: true, address: true } });
    const [taken] = await transport.send([seal(['rita@segrate.example', 'x'])], `${name}-3`);
    expect(taken?.taken).toBe(true);
  });
});

test('E70: over SMTP a copy has its own Message-ID and the way back of its own (VERP)', async () => {
  const seal = await smtp.print(form);
  await smtp.send([seal(['rita@segrate.example', 'abc'])], 'k');
  expect(sink.mails[0]).toMatchObject({ from: 'b-abc@liste.raccordo.example', to: 'rita@segrate.example' });
  expect((await lastOfSmtp()).headers).toMatchObject({
    'message-id': '<p1@liste.raccordo.example>',
    date: 'Tue, 03 Nov 2026 09:30:00 +0000',
  });
});

test('E66, E70: lines of a copy stay within 76 characters, longer words within one line', async () => {
  const seal = await smtp.print(form);
  const { body } = seal(['rita@segrate.example', 'w'.repeat(42)]);
  const lines = body.slice(body.indexOf('\r\n\r\n')).split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
  expect(lines.filter((line) => line.includes('w'.repeat(42)))).toHaveLength(2);
});

test('E63, E70: over SMTP a copy is signed when a key is set, and the signature covers what was sent, one-click unsubscribing included', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const dkim = { domainName: 'liste.raccordo.example', keySelector: 'posta', privateKey };
  const signing = smtpTransport({ url: sink.url, dkim });
  const seal = await signing.print(form);
  await signing.send([seal(['rita@segrate.example', 'abc'])], 'k');
  signing.close();
  const record = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[A-Z ]+-----|\s/g, '')}`;
  const asked: string[] = [];
  const resolver = async (name: string) => {
    asked.push(name);
    return [[record]];
  };
  const signed = /^DKIM-Signature:[\s\S]*?\bh=([^;]+);/m.exec(sink.mails[0]?.raw ?? '')?.[1] ?? '';
  expect(signed.toLowerCase().replace(/\s/g, '').split(':')).toEqual(
    expect.arrayContaining(['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  const { results } = await dkimVerify(Buffer.from(sink.mails[0]?.raw ?? ''), { resolver });
  expect(results[0]?.status.result).toBe('pass');
  expect(results[0]?.signingDomain).toBe('liste.raccordo.example');
  expect(asked).toEqual(['posta._domainkey.liste.raccordo.example']);
});

test('E70: a server that says later, or does not like a mail, is told apart from one that is away', async () => {
  const seal = await smtp.print(form);
  const send = () => smtp.send([seal(['rita@segrate.example', 'abc'])], 'k');
  sink.refusedAddresses.set('rita@segrate.example', '451 4.7.1 Greylisted');
  expect(await send()).toMatchObject([{ taken: false, refusal: { permanent: false, status: '4.7.1' } }]);
  sink.refusedAddresses.clear();
  sink.refusedMails.push('554 5.7.1 Looks like spam');
  expect(await send()).toMatchObject([{ refusal: { permanent: true, address: false, status: '5.7.1' } }]);
  sink.breaks = 1;
  await expect(send()).rejects.toMatchObject({ nothingTaken: false });
  const away = smtpTransport({ url: 'smtp://127.0.0.1:1' });
  await expect(away.send([seal(['rita@segrate.example', 'abc'])], 'k')).rejects.toMatchObject({
    nothingTaken: true,
  });
  away.close();
});

test.each([
  ['smtps', true],
  ['smtp', false],
] as const)('E70: a mail leaves encrypted by %s', async (scheme, secure) => {
  const encrypted: boolean[] = [];
  const server = new SMTPServer({
    ...{ secure, authOptional: true, logger: false },
    onData: (stream, session, done) => {
      encrypted.push(session.secure);
      stream.on('end', () => done()).resume();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const own = smtpTransport({ url: `${scheme}://127.0.0.1:${port}?tls.rejectUnauthorized=false` });
  const seal = await own.print(form);
  expect(await own.send([seal(['rita@segrate.example', 'abc'])], 'k')).toMatchObject([{ taken: true }]);
  expect(encrypted).toEqual([true]);
  own.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

async function manyFor(names: readonly string[]) {
  const seal = await resend.print(form);
  return names.map((name) => seal([`${name}@segrate.example`, 'abc']));
}

test('E67: a batch is one permissive call; one refused address costs that copy alone', async () => {
  provider.refused.add('b@segrate.example');
  const receipts = await resend.send(await manyFor(['a', 'b', 'c']), 'batch-1');
  expect(receipts.map(({ taken }) => taken)).toEqual([true, false, true]);
  expect(receipts[2]).toEqual({ taken: true, providerId: provider.mails[1]?.id });
  expect(provider.calls).toEqual([{ path: '/emails/batch', key: 'batch-1', mails: 3, status: 200 }]);
});

test('E67: under one key the same mails are taken once, however often one calls; other mails are refused', async () => {
  const mails = await manyFor(['a', 'b']);
  const first = await resend.send(mails, 'batch-2');
  expect(await resend.send(mails, 'batch-2')).toEqual(first);
  expect(provider.mails).toHaveLength(2);
  await expect(resend.send(await manyFor(['a', 'c']), 'batch-2')).rejects.toThrow(
    'invalid_idempotent_request',
  );
});

test('E67: an answer that never came is asked for again under the same key', async () => {
  const mails = await manyFor(['a', 'b']);
  for (const kind of ['lost-answer', 'hang', 'failure'] as const) {
    provider.troubles.push({ kind });
    await expect(resend.send(mails, 'batch-3')).rejects.toMatchObject({ nothingTaken: false });
  }
  await resend.send(mails, 'batch-3');
  expect(provider.mails).toHaveLength(2);
});

test('E68: the pace is the provider’s: after 429 as long as it says, before the window ends not at all', async () => {
  const mails = await manyFor(['a', 'b']);
  provider.troubles.push({ kind: 'limit', retryAfter: 3 }, { kind: 'concurrent' });
  await resend.send(mails, 'batch-4');
  expect(paused).toEqual([3, 1]);
  expect(provider.calls.map(({ status }) => status)).toEqual([429, 409, 200]);
  provider.remaining = 0;
  await resend.send(mails, 'batch-4');
  await resend.send(mails, 'batch-4');
  expect(paused).toEqual([3, 1, 1]);
});

test('E68: a quota that lasts is left to the queue, with the time the provider named', async () => {
  provider.troubles.push({ kind: 'limit', retryAfter: 3600, name: 'daily_quota_exceeded' });
  const tried = resend.send(await manyFor(['a', 'b']), 'batch-5');
  await expect(tried).rejects.toBeInstanceOf(MailUnavailable);
  await expect(tried).rejects.toMatchObject({ nothingTaken: true, retryAfter: 3600 });
});

test('E80: what the provider finds wrong with a mail is not the fault of its receiver', async () => {
  const seal = await resend.print({ message: { ...message, subject: '' }, marks: form.marks });
  const mails = ['a', 'b'].map((name) => seal([`${name}@segrate.example`, 'abc']));
  const wrong = { taken: false, refusal: { permanent: true, address: false } };
  expect(await resend.send(mails, 'batch-6')).toMatchObject([wrong, wrong]);
  expect(await resend.send(mails.slice(1), 'single-6')).toMatchObject([wrong]);
});

test.each([
  ['a date', new Date(Date.now() + 3_600_000).toUTCString(), 3500, 3600],
  ['a date that is over', new Date(0).toUTCString(), 0, 0],
  ['nothing of the kind', 'presto', 1, 1],
])('E68: a retry-after that is %s', async (_, retryAfter, least, most) => {
  provider.troubles.push({ kind: 'limit', retryAfter });
  const waited = await resend.send(await manyFor(['a', 'b']), `after-${retryAfter}`).then(
    () => paused[0] ?? 0,
    (error: MailUnavailable) => error.retryAfter ?? -1,
  );
  expect(waited).toBeGreaterThanOrEqual(least);
  expect(waited).toBeLessThanOrEqual(most);
});
