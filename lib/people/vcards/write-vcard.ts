// A contact as a vCard 4.0 (RFC 6350): the format address books of every kind read.
import type { Card } from './model';

const longestLine = 75;

/** @returns the file's text: lines of at most 75 octets, each ended by CRLF */
export function writeVcard(card: Card): string {
  const { kind, uid, name, organization, emails, phone, role, url } = card;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `KIND:${kind}`,
    `UID:${plainUri(uid)}`,
    `FN:${escapeText(name)}`,
    ...(kind === 'individual' ? [`N:${nameParts(name)}`] : []),
    `ORG:${escapeText(organization)}`,
    ...(role ? [`ROLE:${escapeText(role)}`] : []),
    ...emails.map((email) => `EMAIL;TYPE=work:${escapeText(email)}`),
    ...(phone ? [`TEL;TYPE=work:${escapeText(phone)}`] : []),
    ...(url ? [`URL:${plainUri(url)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** RFC 6350 §3.4: what separates values, and what ends a line, is written with a backslash. */
function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A URI is not escaped; a line end in it would begin another property. */
function plainUri(uri: string): string {
  return uri.replace(/\s/g, '');
}

/**
 * Family name, given name, and three parts left empty. A profile holds one name: its first word is taken for the given
 * one, as Italians write it; what is shown is FN, which is whole.
 */
function nameParts(name: string): string {
  const [given = '', ...family] = name.trim().split(/\s+/);
  const parts = family.length > 0 ? [family.join(' '), given] : [given, ''];
  return [...parts.map(escapeText), '', '', ''].join(';');
}

/** RFC 6350 §3.2: a long line goes on in the next, after a space; no character is cut in two. */
function fold(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > longestLine) {
      pieces.push('');
      octets = 1;
    }
    pieces[pieces.length - 1] += sign;
    octets += size;
  }
  return pieces.join('\r\n ');
}
