import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type ReactNode, Suspense, use } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { settleLateParts } from './settle-late-parts.mjs';

/** @param longest bytes from which on React sends a part after the page */
function write(
  page: ReactNode,
  longest: number,
  ready: 'onAllReady' | 'onShellReady' = 'onAllReady',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      ...{ progressiveChunkSize: longest, nonce: 'once' },
      [ready]: () => resolve(text(pipe(new PassThrough()))),
      onError: reject,
    });
  });
}

const part = (name: string) => (
  <form>
    <textarea name={name} defaultValue={'Una riga. '.repeat(100)} />
    <div>
      <button type="submit">Invia</button>
    </div>
  </form>
);
const pages: [string, ReactNode][] = [
  ['one part', <Suspense key="a">{part('a')}</Suspense>],
  [
    'two parts and what stands between',
    [
      <Suspense key="a">{part('a')}</Suspense>,
      <p key="p">Tra i due</p>,
      <Suspense key="b">{part('b')}</Suspense>,
    ],
  ],
  [
    'a part within a part',
    <Suspense key="a">
      {part('a')}
      <Suspense>{part('b')}</Suspense>
    </Suspense>,
  ],
];

const later = async (name: string, turns: number) => {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
  return name;
};

function Awaited({ name }: { name: Promise<string> }) {
  return part(use(name));
}

test('pieces of a part that come one after the other stand as if they had been at hand', async () => {
  const page = (turns: number) => (
    <main>
      <Suspense>
        <p>Prima</p>
        <details>
          <Awaited name={later('a', turns)} />
        </details>
        <details>
          <Awaited name={later('b', 2 * turns)} />
        </details>
      </Suspense>
    </main>
  );
  const late = await write(page(20), 1, 'onShellReady');
  expect(late).toContain('$RS("S:');
  const settled = settleLateParts(late);
  expect(settled).not.toMatch(/\$R[CS]\("/);
  expect(withoutScripts(settled)).toBe(withoutScripts(await write(page(0), 1e9)));
});

/** What React says about its own scripts, which stay where others may need them. */
const withoutScripts = (html: string) => html.replace(/<script.*?<\/script>/gs, '');

test.each(pages)('%s stands as if it had been at hand', async (_, page) => {
  const late = await write(<main>{page}</main>, 1);
  expect(late).toContain('<div hidden id="S:0">');
  const settled = settleLateParts(late);
  expect(settled).not.toContain('$RC("');
  expect(withoutScripts(settled)).toBe(withoutScripts(await write(<main>{page}</main>, 1e9)));
});

test.each([
  ['nothing waits', '<main>Testo</main>'],
  ['a part that failed', '<!--$?--><template id="B:0"></template><!--/$--><script>$RX("B:0","1")</script>'],
  ['a part that is missing', '<!--$?--><template id="B:0"></template><!--/$-->'],
  [
    'other words meanwhile',
    '<!--$?--><template id="B:0"></template><p>Attendere</p><!--/$--><div hidden id="S:0">x</div><script>$RC("B:0","S:0")</script>',
  ],
])('what is written otherwise stays: %s', (_, html) => {
  expect(settleLateParts(html)).toBe(html);
});
