// Reading the forum as people do: links that lead to the post, pages, files, search, what is new.
import { expect, type Page, test } from '@playwright/test';
import { journey, runSql, signIn } from './stack/journey';

test.beforeEach(({ context }) => signIn(context, 'rita'));

const ask = (page: Page, path: string) => page.request.get(journey().stack.url + path, { maxRedirects: 0 });

test('only the number of a thread counts: wrong words lead to the right ones', async ({ page }) => {
  const { stack, story } = journey();
  const answer = await ask(page, `/forum/novita/${story.typical.number}-altro?m=2`);
  expect(answer.status()).toBe(308);
  expect(new URL(answer.headers().location ?? '', stack.url).pathname).toBe(
    `/forum/operatori/${story.typical.number}-${story.typical.slug}`,
  );
  expect(answer.headers().location).toContain('m=2');
});

test('a permalink opens the page its post stands on', async ({ page }) => {
  const { stack, story } = journey();
  await page.goto(
    `${stack.url}/forum/operatori/${story.overfull.number}-${story.overfull.slug}?m=1507#m1507`,
  );
  await expect(page.locator('#m1507')).toBeInViewport();
  await expect(page.locator('article')).toHaveCount(20);
  await page.getByRole('link', { name: 'Ultimo messaggio' }).click();
  await expect(page.locator('#m2000')).toBeInViewport();
});

test('a Message-ID and a former address lead to the post', async ({ page }) => {
  const { stack, story } = journey();
  const byId = await ask(page, `/forum/mid/${encodeURIComponent(`<${story.typical.messageId}>`)}`);
  expect(byId.status()).toBe(307);
  expect(byId.headers().location).toContain(
    `/forum/operatori/${story.typical.number}-${story.typical.slug}?m=1`,
  );
  const former = await ask(page, story.formerAddress);
  expect(former.status()).toBe(301);
  expect(former.headers().location).toBe(
    `${stack.url}/forum/mid/${encodeURIComponent(story.typical.messageId)}`,
  );
});

test('a file comes under its own name, as what it is', async ({ page }) => {
  const { story } = journey();
  const answer = await ask(page, `/api/files/${story.file}`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(answer.headers()['content-disposition']).toContain('filename="1-allegato_dal_nome');
  expect((await answer.body()).toString()).toMatch(/^%PDF-/);
});

test('searching marks the words and leads to the post that says them', async ({ page }) => {
  const { stack, story } = journey();
  await page.goto(stack.url);
  await page.getByRole('searchbox').fill('dichiarazione invarianza');
  await page.keyboard.press('Enter');
  await expect(page.locator('mark').first()).toHaveText(/dichiarazione/i);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/${story.typical.number}-.*m=2#m2$`));
});

test('what was read is no news', async ({ page }) => {
  const { stack } = journey();
  // A few threads of an area are shown: whatever other stories begin, this one is among them.
  await runSql(
    (sql) => sql`update thread set last_post_at = now() where title = 'Da leggere una volta sola'`,
  );
  await page.goto(stack.url);
  const news = page.getByRole('main').getByRole('link', { name: /Da leggere una volta sola/ });
  await news.click();
  await expect(page.locator('#m1')).toBeVisible();
  await expect.poll(() => page.goto(stack.url).then(() => news.count())).toBe(0);
});

test('the line before the new posts stands where reading stopped', async ({ page, context }) => {
  const { stack, story } = journey();
  await context.clearCookies();
  await signIn(context, 'piero');
  const thread = `${stack.url}/forum/operatori/${story.overfull.number}-${story.overfull.slug}`;
  const unread = page.getByRole('link', { name: 'Primo messaggio non letto' });
  await expect
    .poll(() => page.goto(thread).then(() => unread.getAttribute('href')), { timeout: 30_000 })
    .toContain('?m=21#m21');
  await unread.click();
  await expect(page.locator('#m21')).toBeInViewport();
  await expect(page.getByText('nuovi messaggi')).toHaveCount(1);
});
