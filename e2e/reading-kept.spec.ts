// What pages keep for many: nothing of one reader comes to another, and a page that is read stays light.
import { type BrowserContext, expect, test } from '@playwright/test';
import { weighPage } from '../bench/web/weigh';
import { sessionCookieName } from '../lib/auth/model';
import { journey, signIn } from './stack/journey';

const most = { scripts: 145_000, styles: 60_000 };
const readers = ['rita', 'matteo', 'piero'] as const;

/** A session of their own for each, in a browser of their own. */
async function cookieOf(context: BrowserContext, who: (typeof readers)[number]): Promise<string> {
  const name = sessionCookieName(journey().stack.url);
  await context.clearCookies();
  await signIn(context, who);
  const value = (await context.cookies()).find((cookie) => cookie.name === name)?.value;
  return `${name}=${value}`;
}

async function read(path: string, cookie = ''): Promise<string> {
  const answer = await fetch(journey().stack.url + path, { headers: { cookie, 'accept-language': 'it' } });
  expect(answer.status).toBe(200);
  return answer.text();
}

const headOf = (html: string) => /<header>.*?<\/header>/s.exec(html)?.[0] ?? '';

test('who reads after another is told their own name, office and way back, and nothing of the other', async ({
  context,
}) => {
  const { actors } = journey().story.world;
  const cookies = new Map<string, string>();
  for (const who of readers) cookies.set(who, await cookieOf(context, who));
  for (const path of ['/privacy', '/forum', '/forum?da=%22%3E%3Cb%3E', '/privacy', '/forum']) {
    for (const who of readers) {
      const head = headOf(await read(path, cookies.get(who)));
      const { name, seat } = actors[who];
      expect(head).toContain(name);
      expect(head).toContain(seat.organization.name);
      expect(head).toContain(`name="back" value="${path}"`);
      for (const other of readers.filter((one) => one !== who))
        expect(head).not.toContain(actors[other].name);
    }
    const head = headOf(await read(path));
    expect(head).toContain('/accesso?ritorno=');
    for (const who of readers) expect(head).not.toContain(actors[who].name);
  }
});

test('what may be done with a post is shown to who may: its author edits it, others thank for it', async ({
  context,
}) => {
  const { story } = journey();
  const { typical, world } = story;
  const path = `/forum/operatori/${typical.number}-${typical.slug}`;
  const cookies = new Map<string, string>();
  for (const who of readers) cookies.set(who, await cookieOf(context, who));
  for (const who of [...readers, ...readers]) {
    const html = await read(path, cookies.get(who));
    const { name } = world.actors[who];
    for (const [post = ''] of html.matchAll(/<article.*?<\/article>/gs)) {
      const author = /<h2 id="m\d+-author">([^<]*)</.exec(post)?.[1];
      expect(post.includes('Ringrazia '), `${who} reads ${author}`).toBe(author !== name);
      expect(post).not.toContain('\0');
    }
  }
});

test('a page that is read is light', async ({ context }) => {
  const { stack, story } = journey();
  const { number, slug } = story.overfull;
  const cookie = await cookieOf(context, 'rita');
  const thread = await weighPage(stack, 'thread', `/forum/operatori/${number}-${slug}`, cookie);
  const area = await weighPage(stack, 'area', '/forum/operatori', cookie);
  for (const { what, scripts, styles } of [thread, area]) {
    expect(scripts, what).toBeGreaterThan(0);
    expect(scripts, what).toBeLessThanOrEqual(most.scripts);
    expect(styles, what).toBeGreaterThan(0);
    expect(styles, what).toBeLessThanOrEqual(most.styles);
  }
});
