// The mailbox of a person in the journeys: what was sent to them, waited for, and what they answer by SMTP.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { type WorldPerson, worldEmail } from '@/lib/testing/world';
import { journey } from './journey';

/** A post waits some seconds for its author to take it back before anybody is told. */
const copyWithinMs = 40_000;

/** The newest mail to this person whose subject says this. */
export async function mailFor(who: WorldPerson, subject: string): Promise<Email> {
  let found: Email | undefined;
  const look = async () => {
    found = await findMail(worldEmail(who), subject);
    return found !== undefined;
  };
  await expect.poll(look, { timeout: copyWithinMs }).toBe(true);
  if (!found) throw new Error('There is no such mail.');
  return found;
}

async function findMail(address: string, subject: string): Promise<Email | undefined> {
  const { mailFolder } = journey().stack;
  // A mail still being written has a name that begins with a dot.
  const names = readdirSync(mailFolder).filter((name) => name.endsWith('.eml') && !name.startsWith('.'));
  for (const name of names.toSorted().reverse()) {
    const mail = await PostalMime.parse(readFileSync(path.join(mailFolder, name)));
    const isFor = mail.to?.some((to) => to.address?.toLowerCase() === address);
    if (isFor && mail.subject?.includes(subject)) return mail;
  }
  return undefined;
}

/** Where the answer to a copy goes. */
export function replyAddress(mail: Email): string {
  return mail.replyTo?.[0]?.address ?? '';
}

/** The text of a mail as programs repeat it below an answer. */
export function quoted(mail: Email): string {
  const lines = (mail.text ?? '').split(/\r?\n/).map((line) => `> ${line}`);
  return `Il giorno 30 nov 2026, alle ore 10:00, Raccordo ha scritto:\n${lines.join('\n')}`;
}
