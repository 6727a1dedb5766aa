// The table of who may open what, asked of the running server.
import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, expect, test } from '@playwright/test';
import { type Answer, methods, type Role, type RouteRow, roles } from './answers';
import { routes } from './authorization';
import { journey, signIn } from './stack/journey';

const byStatus: Record<number, Answer> = {
  200: 'open',
  204: 'open',
  403: 'refused',
  404: 'absent',
  405: 'closed',
  500: 'failed',
};

test('every route has a row, and one for each method it answers', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .map((name) => `app/${name}`);
  const expected = files.flatMap((file) => answeredBy(file).map((method) => `${method} ${file}`));
  const rows = routes.map(({ file, method = 'GET' }) => `${method} ${file}`);
  expect([...new Set(rows)].toSorted()).toEqual(expected.toSorted());
});

for (const role of roles) {
  test(`what ${role} may open`, async ({ context }) => {
    if (role !== 'anonymous') await signIn(context, role);
    const answers: [string, string][] = [];
    const expected: [string, string][] = [];
    for (const row of routes) {
      const what = `${row.method ?? 'GET'} ${row.path(journey().story, role)}`;
      answers.push([what, await ask(context, row, role)]);
      expected.push([what, row.answers[role]]);
    }
    expect(answers).toEqual(expected);
  });
}

test('the text of a draft is not even read before it is known who sends it', async ({ page }) => {
  const { stack, story } = journey();
  const answer = await page.request.put(`${stack.url}/api/drafts/${story.draft}`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    multipart: { document: '{', kind: 'thread' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ reason: 'sign-in' });
});

function answeredBy(file: string): string[] {
  if (file.endsWith('page.tsx')) return ['GET'];
  const exported = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('export '))
    .join(' ');
  return methods.filter((method) => new RegExp(`\\b${method}\\b`).test(exported));
}

/** The head of the answer is enough: a stream has no end. */
async function ask(context: BrowserContext, row: RouteRow, role: Role): Promise<string> {
  const { stack, story } = journey();
  const cookies = await context.cookies();
  const answer = await fetch(stack.url + row.path(story, role), {
    method: row.method,
    body: row.body?.(),
    headers: { ...row.headers, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    redirect: 'manual',
  });
  await answer.body?.cancel();
  if (answer.status < 300 || answer.status >= 400) return byStatus[answer.status] ?? String(answer.status);
  return /^(https?:\/\/[^/]+)?\/accesso\?ritorno=/.test(answer.headers.get('location') ?? '')
    ? 'sign-in'
    : 'moved';
}
