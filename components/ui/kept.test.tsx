import { describe, expect, test } from 'vitest';
import { PostButton } from './button';
import { Kept } from './kept';
import { writeHtml } from './write-html';

const hostile = `"><script>alert('1')</script>&amp;$&`;

/** Two readers of one page: each is told their own name, whether something waits for them, and where the form leads. */
function Greeting({
  name,
  isNew,
  back,
  count,
}: {
  name: string;
  isNew: boolean;
  back: string;
  count?: () => void;
}) {
  return (
    <Kept part="greeting" locale="it" of={[name, isNew]} holes={{ back }}>
      {(holes) => {
        count?.();
        return (
          <>
            <p title={name}>{name}</p>
            {isNew ? <strong>nuovo</strong> : null}
            <PostButton action="/x" fields={{ back: holes.back, here: `${holes.back}#m1` }}>
              Via
            </PostButton>
          </>
        );
      }}
    </Kept>
  );
}

describe('what is kept', () => {
  test.each([
    [
      'another name',
      { name: 'Anna', isNew: false, back: '/forum' },
      { name: 'Bruno', isNew: false, back: '/forum' },
    ],
    [
      'an unread mark',
      { name: 'Anna', isNew: true, back: '/forum' },
      { name: 'Anna', isNew: false, back: '/forum' },
    ],
    [
      'another place',
      { name: 'Anna', isNew: true, back: '/forum' },
      { name: 'Anna', isNew: true, back: '/enti' },
    ],
    ['hostile texts', { name: hostile, isNew: true, back: '/' }, { name: '\'"', isNew: true, back: hostile }],
  ])('of one is never shown to another: %s', (_, one, other) => {
    // Each in turn and again, as pages are asked for: the second time from what was kept.
    for (const given of [one, other, one, other]) {
      const { name, isNew, back } = given;
      const fresh = writeHtml(
        <>
          <p title={name}>{name}</p>
          {isNew ? <strong>nuovo</strong> : null}
          <PostButton action="/x" fields={{ back, here: `${back}#m1` }}>
            Via
          </PostButton>
        </>,
      );
      expect(writeHtml(<Greeting {...given} />)).toBe(fresh);
    }
  });

  test.each([
    ['the name of what every object has', '\0constructor\0'],
    ['one sign alone', 'a\0b'],
    ['no name', '\0\0'],
  ])('words with NULs open no hole: %s', (_, name) => {
    const clean = writeHtml(<Greeting name={name.replaceAll('\0', '')} isNew={false} back="/forum" />);
    expect(writeHtml(<Greeting name={name} isNew={false} back="/forum" />)).toBe(clean);
  });

  test('NULs open no hole where there is none', () => {
    const html = writeHtml(
      <Kept part="no hole" locale="it" of={1}>
        {() => <p>{'a\0\0b\0toString\0'}</p>}
      </Kept>,
    );
    expect(html).toBe('<p>abtoString</p>');
  });

  test('is written once for the same data, whatever stands in its holes', () => {
    let written = 0;
    const count = () => written++;
    for (const back of ['/a', '/b', '/c'])
      writeHtml(<Greeting name="Carla" isNew={false} back={back} count={count} />);
    expect(written).toBe(1);
  });

  test.each([
    ['part', { part: 'another', locale: 'it', of: 1 }],
    ['language', { part: 'word', locale: 'en', of: 1 }],
    ['data', { part: 'word', locale: 'it', of: '1' }],
  ] as const)('is another for another %s', (_, given) => {
    writeHtml(
      <Kept part="word" locale="it" of={1}>
        {() => 'prima'}
      </Kept>,
    );
    expect(writeHtml(<Kept {...given}>{() => 'seconda'}</Kept>)).toBe('seconda');
  });

  test('is bounded: what was not asked for longest is written anew', () => {
    let written = 0;
    const write = (of: string) =>
      writeHtml(
        <Kept part="long" locale="it" of={of}>
          {() => {
            written++;
            return 'x'.repeat(1e6);
          }}
        </Kept>,
      );
    for (const of of ['a', 'b', 'a', 'c', 'd', 'e']) write(of);
    expect(written).toBe(5);
    write('a');
    write('b');
    expect(written).toBe(7);
  });
});
