import { expect, test } from 'vitest';
import { readForm } from './read-form';

function sent(body: BodyInit, headers: Record<string, string> = {}): Request {
  const stream = { duplex: 'half' } as RequestInit;
  return new Request('http://raccordo.invalid', { method: 'PUT', body, headers, ...stream });
}

function form(words: string): FormData {
  const made = new FormData();
  made.set('body', words);
  made.append('areas', 'operatori');
  made.append('areas', 'comuni');
  return made;
}

test('what was typed comes in, a list as lines', async () => {
  expect(await readForm(sent(form('Buongiorno')), 10_000)).toEqual({
    body: 'Buongiorno',
    areas: 'operatori\ncomuni',
  });
});

test('a form beyond the limit is refused, announced or not', async () => {
  const tooLong = { code: 'invalid', reason: 'text-too-long', field: 'body' };
  await expect(readForm(sent(form('x'), { 'content-length': '10001' }), 10_000)).rejects.toMatchObject(
    tooLong,
  );
  await expect(readForm(sent(form('x'.repeat(20_000))), 10_000)).rejects.toMatchObject(tooLong);
});

test('what is no form is refused as not whole', async () => {
  const malformed = { code: 'invalid', reason: 'text-malformed', field: 'body' };
  await expect(readForm(sent('{}', { 'content-type': 'application/json' }), 10_000)).rejects.toMatchObject(
    malformed,
  );
  const half = sent('--a\r\nhalf', { 'content-type': 'multipart/form-data; boundary=a' });
  await expect(readForm(half, 10_000)).rejects.toMatchObject(malformed);
});
