// Who really wrote a mail: a list that rewrites senders ("Nome via Lista") is looked through (MAIL.md E10).
import { addressParser, decodeWords, type Mailbox } from 'postal-mime';
import type { Headers, Sender } from '../model';
import { repairText } from './repair-text';

/** RFC 5321 allows no longer address; no person has a longer name. */
const longestAddress = 254;
const longestName = 200;
const viaList = /\s+(?:via|tramite)\s+\S.*$/i;

/**
 * Reply-To identifies a person only where it repeats X-Original-From, or where the sender is the list itself:
 * anybody may write a Reply-To.
 */
export function readSender(headers: Headers): Sender | null {
  const from = first(headers, 'from') ?? first(headers, 'sender');
  const original = first(headers, 'x-original-from');
  const replyTo = first(headers, 'reply-to');
  if (original && replyTo && original.address === replyTo.address) return original;
  if (from && replyTo && isList(from, headers) && !isList(replyTo, headers) && viaList.test(from.name)) {
    return { address: replyTo.address, name: replyTo.name || from.name.replace(viaList, '') };
  }
  return from && { ...from, name: from.name.replace(viaList, '') };
}

function isList(sender: Sender, headers: Headers): boolean {
  const list = (headers.get('list-post') ?? []).join(' ').toLowerCase();
  return list.includes(`mailto:${sender.address}`);
}

function first(headers: Headers, name: string): Sender | null {
  const [value] = headers.get(name) ?? [];
  if (value === undefined) return null;
  const mailbox = flatten(repairObscured(value))[0];
  if (!mailbox?.address.includes('@')) return null;
  const address = mailbox.address
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase();
  const shown = repairText(decodeWords(mailbox.name))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { address: address.slice(0, longestAddress), name: shown.slice(0, longestName).trim() };
}

function flatten(value: string): Mailbox[] {
  return addressParser(value, { flatten: true }).filter(
    (entry): entry is Mailbox => entry.address !== undefined,
  );
}

/** Public archives wrote `nome at ente.example (Nome Cognome)`. */
function repairObscured(value: string): string {
  return value.includes('@') ? value : value.replace(/^\s*(\S+) at (\S+)/i, '$1@$2');
}
