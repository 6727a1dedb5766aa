// The table of who may open what, asked of the running server.
import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type Answer, roles, routes } from './authorization';
import { journey, signIn } from './stack/journey';

const byStatus: Record<number, Answer> = {
  200: 'open',
  403: 'refused',
  404: 'absent',
  405: 'closed',
  500: 'failed',
};

test('every route has a row', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .map((name) => `app/${name}`);
  expect([...new Set(routes.map((row) => row.file))].toSorted()).toEqual(files.toSorted());
});

for (const role of roles) {
  test(`what ${role} may open`, async ({ page, context }) => {
    if (role !== 'anonymous') await signIn(context, role);
    const { stack, story } = journey();
    const answers: [string, string][] = [];
    const expected: [string, string][] = [];
    for (const row of routes) {
      const path = row.path(story);
      answers.push([path, await ask(page, stack.url + path)]);
      expected.push([path, row.answers[role]]);
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

async function ask(page: Page, url: string): Promise<string> {
  const answer = await page.request.get(url, { maxRedirects: 0 });
  const status = answer.status();
  if (status < 300 || status >= 400) return byStatus[status] ?? String(status);
  return /^(https?:\/\/[^/]+)?\/accesso\?ritorno=/.test(answer.headers().location ?? '')
    ? 'sign-in'
    : 'moved';
}
