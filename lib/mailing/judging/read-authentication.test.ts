import { expect, test } from 'vitest';
import { readAuthentication } from './read-authentication';

const ours = 'mx.liste.raccordo.example';
const all = (spf: string, dkim: string, dmarc: string) => ({ spf, dkim, dmarc });

test.each<[title: string, headers: string[], found: object | null]>([
  [
    'E12: ours',
    [
      `${ours}; spf=pass smtp.mailfrom=x.example; dkim=pass header.d=x.example; dmarc=pass (p=REJECT) header.from=x.example`,
    ],
    all('pass', 'pass', 'pass'),
  ],
  [
    'E12: ours, in another case and with a version',
    [`MX.Liste.Raccordo.example 1;\n dmarc=FAIL`],
    all('none', 'none', 'fail'),
  ],
  ['E12: a name of another server', ['mx.altro.example; dmarc=pass'], null],
  ['E12: a longer name', [`evil.${ours}; dmarc=pass`], null],
  [
    'E12: ours below another’s was written by somebody else',
    ['mx.altro.example; dmarc=fail', `${ours}; dmarc=pass`],
    null,
  ],
  [
    'E12: of two of ours the topmost',
    [`${ours}; dmarc=fail`, `${ours}; dmarc=pass`],
    all('none', 'none', 'fail'),
  ],
  ['E12: nothing was checked', [`${ours}; none`], all('none', 'none', 'none')],
  [
    'E12: one signature of several holds',
    [`${ours}; dkim=fail header.d=a; dkim=pass header.d=b`],
    all('none', 'pass', 'none'),
  ],
  [
    'E12: a comment is no result',
    [`${ours}; spf=fail (was; dmarc=pass; spf=pass)`],
    all('fail', 'none', 'none'),
  ],
  ['E12: the name in a comment', [`(${ours}) mx.altro.example; dmarc=pass`], null],
  ['E12: no header', [], null],
])('%s', (_, values, found) => {
  expect(readAuthentication(new Map([['authentication-results', values]]), ours)).toEqual(found);
});
