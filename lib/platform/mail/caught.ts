// Reads what the catcher kept, for the page that shows it and for tests that follow a mailed link.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';

export type CaughtMail = {
  /** The file's name without ending; part of the page's address. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: Date;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
};

const named = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;
const shown = 100;

/** Where the embedded start keeps caught mail. */
export function catcherFolder(dataDir: string): string {
  return path.join(dataDir, 'posta');
}

/** The hundred newest, newest first. An absent folder is an empty one. */
export async function listCaught(folder: string): Promise<CaughtMail[]> {
  const names = await readdir(folder).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
  const newest = ids
    .filter((id) => named.test(id))
    .sort()
    .reverse()
    .slice(0, shown);
  const mails = await Promise.all(newest.map((id) => readCaught(folder, id)));
  return mails.filter((mail) => mail !== null);
}

/** @returns null when there is no such mail */
export async function readCaught(folder: string, id: string): Promise<CaughtMail | null> {
  if (!named.test(id)) return null;
  const raw = await readFile(path.join(folder, `${id}.eml`)).catch(() => null);
  if (!raw) return null;
  const mail = await PostalMime.parse(raw);
  return {
    id,
    from: nameAndAddress(mail.from),
    to: (mail.to ?? []).map(nameAndAddress).join(', '),
    subject: mail.subject ?? '',
    date: mail.date ? new Date(mail.date) : new Date(0),
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: mail.headers.map(({ key, value }) => ({ key, value })),
  };
}

function nameAndAddress(box: { name?: string; address?: string } | undefined): string {
  if (!box) return '';
  return box.name ? `${box.name} <${box.address ?? ''}>` : (box.address ?? '');
}
