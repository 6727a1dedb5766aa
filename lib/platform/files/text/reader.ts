// The process that reads files, one after another: says each part and waits until it is kept. It ends with whoever began it.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Reading, Said } from './read-file-parts';
import { readOffice } from './read-office';
import { readPdf } from './read-pdf';
import { readPlain } from './read-plain';
import { textParts } from './text-parts';

const readers: Readonly<Record<string, (bytes: Uint8Array) => AsyncIterable<string> | Iterable<string>>> = {
  pdf: readPdf,
  office: readOffice,
  plain: readPlain,
};

if (!process.send) throw new Error('this is the process of read-file-parts');
process.on('disconnect', () => process.exit());

function say(said: Said): void {
  process.send?.(said);
}

async function read(format: string, bytes: Uint8Array): Promise<void> {
  let part = 0;
  for await (const text of textParts(readers[format]?.(bytes) ?? [])) {
    const kept = once(process, 'message');
    say({ part, text });
    await kept;
    part += 1;
  }
  say({ end: true });
}

for (;;) {
  const [{ place, format }] = (await once(process, 'message')) as [Reading];
  await readFile(place).then(
    ({ buffer, byteOffset, length }) =>
      read(format, new Uint8Array(buffer, byteOffset, length)).catch((error) =>
        say({ trouble: String(error) }),
      ),
    (error) => say({ missing: String(error) }),
  );
}
