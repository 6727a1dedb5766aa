import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { expect, test } from 'vitest';
import { checkAuthentication } from './check-authentication';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

const zone: Record<string, string[]> = {
  'comune.example TXT': ['v=spf1 ip4:192.0.2.10 -all'],
  'posta._domainkey.comune.example TXT': [`v=DKIM1; k=rsa; p=${key}`],
  '_dmarc.comune.example TXT': ['v=DMARC1; p=reject'],
  'ditta.example TXT': ['v=spf1 ip4:192.0.2.66 -all'],
};

const resolver = async (domain: string, type: string) => {
  const found = zone[`${domain} ${type}`];
  if (!found) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return found.map((text) => [text]);
};

const plain =
  'From: Anna <anna@comune.example>\r\nTo: operatori@liste.raccordo.example\r\nSubject: Prova\r\n' +
  'Date: Mon, 30 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@comune.example>\r\n\r\nTesto.\r\n';

async function signed(): Promise<string> {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signer = { signingDomain: 'comune.example', selector: 'posta', privateKey: pem };
  const { signatures } = await dkimSign(Buffer.from(plain), {
    ...{ canonicalization: 'relaxed/relaxed', algorithm: 'rsa-sha256' },
    ...{ ...signer, signatureData: [signer] },
  });
  return signatures + plain;
}

const client = { remote: '192.0.2.10', helo: 'mx.comune.example', from: 'anna@comune.example' };
const seen = { remote: client.remote, helo: client.helo };
const check = (raw: string, who = client) => checkAuthentication(Buffer.from(raw), who, { resolver });

test('E14: the domain’s own server and signature pass', async () => {
  expect(await check(await signed())).toEqual({
    ...{ ...seen, spf: 'pass', dkim: 'pass', dmarc: 'pass', from: 'anna@comune.example' },
  });
});

test('E14: a server that is not the domain’s fails, and a changed text breaks the signature', async () => {
  const elsewhere = { ...client, remote: '192.0.2.66' };
  const changed = (await signed()).replace('Testo.', 'Altro testo.');
  expect(await check(changed, elsewhere)).toMatchObject({ spf: 'fail', dkim: 'neutral', dmarc: 'fail' });
  expect(await check(plain, elsewhere)).toMatchObject({ spf: 'fail', dkim: 'none', dmarc: 'fail' });
});

test('E14: a signature is enough where a forwarder brings the mail', async () => {
  const forwarder = { remote: '192.0.2.66', helo: 'mx.ditta.example', from: 'inoltro@ditta.example' };
  expect(await check(await signed(), forwarder)).toMatchObject({ spf: 'pass', dkim: 'pass', dmarc: 'pass' });
  expect(await check(plain, forwarder)).toMatchObject({ spf: 'pass', dkim: 'none', dmarc: 'fail' });
});

test('E14: a domain without records says nothing', async () => {
  const nothing = { ...client, from: 'a@senza.example' };
  const raw = plain.replace('anna@comune.example', 'a@senza.example');
  expect(await check(raw, nothing)).toMatchObject({ spf: 'none', dkim: 'none', dmarc: 'none' });
});

test.each([
  ['two addresses', 'From: Anna <anna@comune.example>, a@ditta.example'],
  ['two headers', 'From: a@ditta.example\r\nFrom: Anna <anna@comune.example>'],
  ['nobody', 'Sender: anna@comune.example'],
])('E14: a From of %s was checked for nobody', async (_, head) => {
  const raw = plain.replace('From: Anna <anna@comune.example>', head);
  expect(await check(raw)).toMatchObject({ dmarc: 'none', from: null });
});

test('E05 E14: a mail with more signatures than anybody makes is not looked at further', async () => {
  const signature = (length: number) =>
    `DKIM-Signature: v=1; a=rsa-sha256; d=x${length}.example; s=s; h=from; l=${length}; bh=AA==; b=AA==\r\n`;
  const asked: string[] = [];
  const counting = async (domain: string) => {
    asked.push(domain);
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  };
  const checked = (count: number) => {
    const raw = Array.from({ length: count }, (_, index) => signature(index)).join('') + plain;
    return checkAuthentication(Buffer.from(raw), client, { resolver: counting });
  };
  expect(await checked(11)).toMatchObject({ dmarc: 'permerror', reason: 'too-many-signatures' });
  expect(asked).toEqual([]);
  expect(await checked(10)).toMatchObject({ dmarc: 'none' });
  const below = Buffer.from(`${plain}${signature(1).repeat(11)}`);
  expect(await checkAuthentication(below, client, { resolver })).toMatchObject({ dmarc: 'pass' });
});

test('E14: a resolver that never answers costs its time and no more, one that fails costs nothing', async () => {
  const hanging = { resolver: () => new Promise<never>(() => {}), withinMs: 20 };
  const temporary = { ...seen, spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };
  const raw = Buffer.from(await signed());
  expect(await checkAuthentication(raw, client, hanging)).toEqual({ ...temporary, reason: 'timeout' });
  const failing = { resolver: () => Promise.reject(Object.assign(new Error(), { code: 'ESERVFAIL' })) };
  expect(await checkAuthentication(raw, client, failing)).toEqual({
    ...{ ...temporary, from: 'anna@comune.example' },
  });
});

test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])(
  'E14: %s is this machine',
  async (remote) => {
    const asked = { resolver: () => Promise.reject(new Error('nobody is asked')) };
    expect(await checkAuthentication(Buffer.from(plain), { ...client, remote }, asked)).toMatchObject({
      ...{ spf: 'none', dkim: 'none', dmarc: 'none', reason: 'loopback' },
    });
  },
);
