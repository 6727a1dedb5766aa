// That no address holds a NUL, however it is wrapped.
import { expect, test } from 'vitest';
import { dropNul } from './drop-nul.mjs';

test.each([
  ['/forum?pagina=2', '/forum?pagina=2'],
  ['/cerca?q=a%00b', '/cerca?q=ab'],
  ['/cerca?q=%%0000constructor%%0000', '/cerca?q=constructor'],
  ['/forum/a?etichetta=a%0%000b', '/forum/a?etichetta=ab'],
  ['/%%%000000%00', '/'],
  ['/cerca?q=100%0', '/cerca?q=100%0'],
])('%s is read as %s', (url, expected) => {
  expect(dropNul(url)).toBe(expected);
});
