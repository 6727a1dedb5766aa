import { expect, test } from 'vitest';
import { readUpload } from './read-upload';

function upload(pieces: string[], headers: Record<string, string> = {}): Request {
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
      stream.close();
    },
  });
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

test('what arrives is taken as it is', async () => {
  expect(Buffer.from(await readUpload(upload(['uno', 'due']), 'a', 6)).toString()).toBe('unodue');
  expect(await readUpload(new Request('http://localhost/', { method: 'POST' }), 'a', 6)).toHaveLength(0);
});

test.each([
  ['more than allowed', upload(['uno', 'due', 't']), 'file-too-large'],
  ['more than allowed, as announced', upload([], { 'content-length': '7' }), 'file-too-large'],
  ['less than announced', upload(['uno'], { 'content-length': '6' }), 'file-interrupted'],
])('%s is refused', async (_, request, reason) => {
  await expect(readUpload(request, 'a', 6)).rejects.toMatchObject({ reason });
});

test('a line that breaks is refused, and its place is free again', async () => {
  const broken = () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) });
    return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  };
  for (let round = 0; round < 20; round++) {
    await expect(readUpload(broken(), 'a', 6)).rejects.toMatchObject({ reason: 'file-interrupted' });
  }
  expect(await readUpload(upload(['x']), 'a', 6)).toHaveLength(1);
});
