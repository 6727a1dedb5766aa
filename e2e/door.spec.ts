// What may not be done at the door: send somebody's link elsewhere, burn a link by opening it.
import http from 'node:http';
import { expect, test } from '@playwright/test';
import { journey, linkMailedTo } from './stack/journey';

const forged = {
  host: 'altrove.example',
  'x-forwarded-host': 'altrove.example',
  'x-forwarded-proto': 'https',
  forwarded: 'host=altrove.example;proto=https',
};

type Answer = { status: number; location?: string; body: string };

/** Browsers and fetch do not let one write a Host of one's own. */
function ask(
  method: string,
  path: string,
  headers: http.OutgoingHttpHeaders,
  body?: string,
): Promise<Answer> {
  const { port } = new URL(journey().stack.url);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body: text });
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** The form as a browser without JavaScript would send it. */
function multipart(page: string, typed: Record<string, string>): { type: string; body: string } {
  const form = /<form[^>]*class="rc-form".*?<\/form>/s.exec(page)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  const plain = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const fields = [...hidden.map(([, name, value]) => [plain(name), plain(value)]), ...Object.entries(typed)];
  const parts = fields.map(
    ([name, value]) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.map((part) => `--confine\r\n${part}`).join('')}--confine--\r\n`;
  return { type: 'multipart/form-data; boundary=confine', body };
}

test('a forged host changes nothing in a mailed link, a foreign return page leads home', async () => {
  const { stack } = journey();
  const begun = Date.now();
  const path = '/accesso?ritorno=//altrove.example/x';
  const page = await ask('GET', path, forged);
  const { type, body } = multipart(page.body, { email: 'piero@prefettura.example' });
  const headers = { ...forged, origin: 'https://altrove.example', 'content-type': type };
  expect((await ask('POST', path, headers, body)).location).not.toContain('altrove');
  const link = new URL(await linkMailedTo('piero', begun));
  expect(link.origin).toBe(stack.url);
  expect(link.searchParams.get('ritorno')).toBe('/');
  expect(link.href).not.toContain('altrove');
});

test('the addresses of next-auth are closed and opening a link burns nothing', async ({ page, request }) => {
  const { stack } = journey();
  const begun = Date.now();
  await page.goto(`${stack.url}/accesso`);
  await page.getByRole('main').getByRole('textbox').fill('ada@sandonato.example');
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).toHaveURL(/\/accesso\/inviato/);
  const link = await linkMailedTo('ada', begun);
  const token = new URL(link).searchParams.get('codice') ?? '';
  const callback = new URLSearchParams({ email: 'ada@sandonato.example', token, callbackUrl: '/' });
  for (const path of [`/api/auth/callback/nodemailer?${callback}`, '/api/auth/session', '/api/auth/signin']) {
    expect((await request.get(stack.url + path)).status()).toBe(405);
    expect((await request.post(stack.url + path)).status()).toBe(405);
  }
  for (let scanned = 0; scanned < 3; scanned += 1) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).toHaveURL(`${stack.url}/`);
});
