// A stored content as an answer: under its own name, as what its bytes are, and harmless in a browser.
import { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { readContent } from '@/lib/platform/files/store';
import { contentDisposition } from './content-disposition';

type StoredFile = { name: string; mediaType: string; sha256: string; size: number };

/** @param headers how long it may be kept, and by which mark it is known again */
export function storedFileAnswer(file: StoredFile, headers: Record<string, string>): Response {
  const { name, mediaType, sha256, size } = file;
  const body = Readable.toWeb(Readable.from(readContent(env().filesDir, sha256)));
  return new Response(body as ReadableStream, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': contentDisposition(name, mediaType),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
