// What every journey needs: the running stack, its story, a page signed in as somebody, their mail.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import postgres from 'postgres';
import { hashSessionToken, sessionCookieName } from '@/lib/auth/model';
import { type WorldPerson, worldEmail } from '@/lib/testing/world';
import type { Stack } from './start-stack';
import type { Story } from './story';

export type Journey = { stack: Omit<Stack, 'stop'>; story: Story };

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const mailWithinMs = 20_000;
const session = 30 * 86_400_000;

export function journey(): Journey {
  return JSON.parse(process.env.RACCORDO_JOURNEYS ?? '{}');
}

/** Opens a session as the database keeps it: the way in by mail has journeys of its own. */
export async function signIn(context: BrowserContext, who: WorldPerson): Promise<void> {
  await signInAs(context, journey().story.world.actors[who].personId);
}

/** @param provedAt when a second factor was given in the session, where the person has one */
export async function signInAs(
  context: BrowserContext,
  personId: string,
  provedAt: Date | null = null,
): Promise<void> {
  const { stack } = journey();
  const token = randomBytes(32).toString('hex');
  const expires = new Date(Date.now() + session);
  await runSql(
    (sql) => sql`insert into session (id, session_token, person_id, expires, second_factor_at)
      values (gen_random_uuid(), ${hashSessionToken(token)}, ${personId}, ${expires}, ${provedAt})`,
  );
  await context.addCookies([
    { name: sessionCookieName(stack.url), value: token, url: stack.url, httpOnly: true },
  ]);
}

/** The session of this browser is over, as if ended from another device or run out; those of other journeys go on. */
export async function endSession(context: BrowserContext): Promise<void> {
  const name = sessionCookieName(journey().stack.url);
  const token = (await context.cookies()).find((cookie) => cookie.name === name)?.value ?? '';
  await runSql((sql) => sql`delete from session where session_token = ${hashSessionToken(token)}`);
}

/** What no page does: a moment that passed, a state that another process set. */
export async function runSql(statement: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(journey().stack.databaseUrl, { max: 1 });
  await statement(sql);
  await sql.end();
}

/** Nothing that axe finds against WCAG 2.0–2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' · ')}`);
  expect(found).toEqual([]);
}

/** The page is no wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content, view] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(view ?? 0);
}

/** The newest mail to this person with a link, waited for: the worker sends it. @returns the link that signs in */
export async function linkMailedTo(who: WorldPerson, sentAfter: number): Promise<string> {
  return linkMailedAt(worldEmail(who), sentAfter, '/accesso/conferma');
}

/** The same at any address. @returns the first link of the mail that begins with this path of the site */
export async function linkMailedAt(address: string, sentAfter: number, begins: string): Promise<string> {
  return waitForLink({ address, after: sentAfter - 1000, begins: journey().stack.url + begins });
}

/** The newest mail to an address whose subject holds this word, waited for. @returns its first link to the site */
export async function linkTo(address: string, word: string): Promise<string> {
  return waitForLink({ address, word, begins: `${journey().stack.url}/` });
}

type Wanted = { address: string; begins: string; word?: string; after?: number };

async function waitForLink(wanted: Wanted): Promise<string> {
  let link: string | undefined;
  const look = async () => {
    link = await findLink(journey().stack.mailFolder, wanted);
    return link;
  };
  await expect.poll(look, { timeout: mailWithinMs, message: JSON.stringify(wanted) }).toBeTruthy();
  return link ?? '';
}

async function findLink(
  folder: string,
  { address, begins, word = '', after = 0 }: Wanted,
): Promise<string | undefined> {
  // A mail still being written has a name that begins with a dot.
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => name.endsWith('.eml') && !name.startsWith('.'),
  );
  for (const { name } of names.toSorted((a, b) => b.name.localeCompare(a.name))) {
    const mail = await PostalMime.parse(readFileSync(path.join(folder, name)));
    const isFor = mail.to?.some((to) => 'address' in to && to.address?.toLowerCase() === address);
    const isMeant =
      isFor && (mail.subject ?? '').includes(word) && new Date(mail.date ?? 0).getTime() >= after;
    if (isMeant) return mail.text?.split(/\s+/).find((part) => part.startsWith(begins));
  }
  return undefined;
}
