import { expect, test } from 'vitest';
import { linkAddress } from './link-address';

test.each([
  ['https://x.example/a?b=1#c', 'https://x.example/a?b=1#c'],
  ['HTTP://X.example', 'HTTP://X.example'],
  [' https://x.example/un file.pdf ', 'https://x.example/un%20file.pdf'],
  ['mailto:a@x.example?subject=Ciao', 'mailto:a@x.example?subject=Ciao'],
  ['/forum/discussioni/7', '/forum/discussioni/7'],
  ['mailto:', undefined],
  ['mailto:<b>@x.example', undefined],
  ['/', '/'],
  ['//x.example', undefined],
  ['/\\x.example', undefined],
  ['/\t/x.example', undefined],
  ['https:\\\\x.example', undefined],
  ['https:///x.example', undefined],
  ['https:x.example', undefined],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['vbscript:x', undefined],
  ['data:text/html,x', undefined],
  ['file:///C:/x', undefined],
  ['tel:+39021234', undefined],
  ['#punto', undefined],
  ['pagina', undefined],
  ['', undefined],
  [`https://x.example/${'a'.repeat(2_000)}`, undefined],
  [7, undefined],
  [undefined, undefined],
])('%j', (given, address) => {
  expect(linkAddress(given)).toBe(address);
});
