import { expect, test } from 'vitest';
import { linkText } from './link-text';

const links = (line: string) =>
  linkText(line).flatMap(({ text, marks }) => (marks ? [`${text} ${marks[0]?.attrs?.href}`] : []));

test.each([
  ['a web address', 'Vedi https://x.example/a.', ['https://x.example/a https://x.example/a']],
  ['a host', 'www.x.example, altro', ['www.x.example https://www.x.example']],
  ['a mail address', 'da a.b+c@x.example!', ['a.b+c@x.example mailto:a.b+c@x.example']],
  ['in brackets', '(https://x.example/a)', ['https://x.example/a https://x.example/a']],
  ['brackets of its own', 'https://x.example/a_(b)', ['https://x.example/a_(b) https://x.example/a_(b)']],
  ['a local part longer than any', `${'a'.repeat(65)}@x.example`, []],
])('%s', (_, line, wanted) => {
  expect(links(line)).toEqual(wanted);
  expect(
    linkText(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});

test.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['almost an address', `${'a'.repeat(500_000)}@${'b'.repeat(500_000)}`],
  ['signs', `https://${'.'.repeat(1_000_000)}x`],
  ['addresses', 'a@x.example '.repeat(80_000)],
])('E46 a line of a megabyte of %s ends, unlinked', (_, line) => {
  expect(linkText(line)).toEqual([{ type: 'text', text: line }]);
});
