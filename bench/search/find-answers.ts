// What the answers of a question list stand for, in the words of `keysOf`: a Message-ID with or without angle brackets, an
// address of the site with or without its host, a person's mailbox.
import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { address, organization, post, thread } from '@/db/schema';

/** @returns answer as written → its key; what names nothing is missing */
export async function findAnswers(db: Database, answers: Iterable<string>): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const answer of new Set(answers)) {
    const key = await keyOf(db, answer.trim().replace(/^https?:\/\/[^/]+(?=\/)/i, ''));
    if (key !== undefined) keys.set(answer, key);
  }
  return keys;
}

async function keyOf(db: Database, answer: string): Promise<string | undefined> {
  const [, messageId] = /^\/forum\/mid\/([^?#]+)/.exec(answer) ?? [];
  if (messageId) return keyOfMessage(db, decodeURIComponent(messageId));
  const [, slug] = /^\/(?:forum\/)?enti\/([^/?#]+)/.exec(answer) ?? [];
  if (slug) return keyOfOrganization(db, slug);
  if (answer.startsWith('/')) return keyOfThread(db, answer);
  return (await keyOfMessage(db, answer)) ?? keyOfMailbox(db, answer);
}

async function keyOfMessage(db: Database, id: string): Promise<string | undefined> {
  const [found] = await db
    .select({ number: thread.number, post: post.number })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(eq(post.messageId, id.replace(/^<|>$/g, '')));
  return found && `thread ${found.number} post ${found.post}`;
}

/** `/forum/operatori/12-titolo?m=3#m3`: one of the two is enough; without both the whole thread is meant. */
async function keyOfThread(db: Database, place: string): Promise<string | undefined> {
  const [, number] = /^\/forum\/[^/]+\/(\d+)(?![^-/?#])/.exec(place) ?? [];
  if (!number) return undefined;
  const [, posted] = /(?:[?&]m=|#\D*)(\d+)/.exec(place) ?? [];
  const [found] = await db
    .select({ post: post.number })
    .from(thread)
    .innerJoin(post, eq(post.threadId, thread.id))
    .where(and(eq(thread.number, Number(number)), posted ? eq(post.number, Number(posted)) : undefined))
    .limit(1);
  return found && (posted ? `thread ${number} post ${posted}` : `thread ${number}`);
}

async function keyOfOrganization(db: Database, slug: string): Promise<string | undefined> {
  const [found] = await db
    .select({ slug: organization.slug })
    .from(organization)
    .where(eq(organization.slug, slug));
  return found && `/enti/${found.slug}`;
}

/** A person's own mailbox, or the common one of an organisation. */
async function keyOfMailbox(db: Database, mailbox: string): Promise<string | undefined> {
  const [found] = await db
    .select({ personId: address.personId, slug: organization.slug })
    .from(address)
    .leftJoin(organization, eq(organization.id, address.organizationId))
    .where(eq(address.email, mailbox.replace(/^mailto:/i, '')));
  if (found?.personId) return `person ${found.personId}`;
  return found?.slug ? `/enti/${found.slug}` : undefined;
}
