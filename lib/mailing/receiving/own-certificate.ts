// A certificate the receiver makes for itself, once per data folder: STARTTLS needs one, and mail servers do not ask who signed it.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const years = 30;

/**
 * @param folder where key and certificate lie; made on first use
 * @param name of the host, its common and only alternative name
 * @returns PEM
 */
export function ownCertificate(folder: string, name: string): { key: string; cert: string } {
  const place = path.join(folder, 'smtp.pem');
  if (!existsSync(place)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${place}.new`, makePair(name), { mode: 0o600 });
    chmodSync(`${place}.new`, 0o600);
    renameSync(`${place}.new`, place);
  }
  const [key = '', cert = ''] = readFileSync(place, 'utf8').split(/(?<=END PRIVATE KEY-----\n)/);
  return { key, cert };
}

function makePair(name: string): string {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = toPem(certificateOf(name, publicKey, privateKey, new Date()));
  return `${privateKey.export({ type: 'pkcs8', format: 'pem' })}${certificate}`;
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** One element of DER (X.690): tag, length, content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: Uint8Array[]) => der(0x30, ...content);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** RFC 5280: UTCTime until 2049, GeneralizedTime from 2050. */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14);
  return at.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : der(0x18, Buffer.from(`${digits}Z`));
}

/** RFC 5280 §4.1, version 3, signed with its own key by ECDSA and SHA-256. */
function certificateOf(name: string, publicKey: KeyObject, privateKey: KeyObject, now: Date): Buffer {
  const signedWith = sequence(oid('2a8648ce3d040302'));
  const commonName = sequence(oid('550403'), der(0x0c, Buffer.from(name)));
  const whose = sequence(der(0x31, commonName));
  const alternative = sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))));
  const end = new Date(now);
  end.setUTCFullYear(now.getUTCFullYear() + years);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x01]), randomBytes(15)),
    signedWith,
    whose,
    sequence(time(now), time(end)),
    whose,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternative)),
  );
  const signature = sign('sha256', body, privateKey);
  return sequence(body, signedWith, der(0x03, Buffer.from([0]), signature));
}
