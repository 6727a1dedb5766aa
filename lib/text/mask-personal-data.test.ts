import { expect, test } from 'vitest';
import { maskPersonalData } from './mask-personal-data';

test.each([
  ['a valid code', 'CF RSSMRA80A01H501U.', 'CF [codice fiscale].', 1],
  ['lower case', 'cf: rssmra80a01h501u', 'cf: [codice fiscale]', 1],
  ['born abroad', 'BNCLCU85T50Z330E', '[codice fiscale]', 1],
  ['omocodia in one place', 'RSSMRA80A01H50MM', '[codice fiscale]', 1],
  ['omocodia in every place', 'RSSMRALLALMHRLMR', '[codice fiscale]', 1],
  ['a wrong check character', 'RSSMRA80A01H501X', 'RSSMRA80A01H501X', 0],
  ['inside a longer word', 'XRSSMRA80A01H501U', 'XRSSMRA80A01H501U', 0],
  ['an impossible month', 'RSSMRA80F01H501Z', 'RSSMRA80F01H501Z', 0],
  ['in groups', 'CF RSS MRA 80A01 H501 U.', 'CF [codice fiscale].', 1],
  ['in groups, the check character close', 'RSS MRA 80A01 H501U', '[codice fiscale]', 1],
  ['with a hyphen', 'RSSMRA80A01-H501U', '[codice fiscale]', 1],
  ['every group parted', 'rss-mra-80-a-01-h-501-u', '[codice fiscale]', 1],
  ['in groups with a wrong check character', 'RSS MRA 80A01 H501X', 'RSS MRA 80A01 H501X', 0],
  ['two spaces', 'RSS  MRA 80A01 H501U', '[codice fiscale]', 1],
  ['a tab', 'RSSMRA\t80A01H501U', '[codice fiscale]', 1],
  ['across two lines', 'CF RSSMRA\n80A01H501U.', 'CF [codice fiscale].', 1],
  ['a blank before the new line', 'RSSMRA \r\n80A01H501U', '[codice fiscale]', 1],
  ['a hyphen that does not break', 'RSSMRA80A01\u2011H501U', '[codice fiscale]', 1],
  ['a dash between blanks', 'RSSMRA – 80A01H501U', '[codice fiscale]', 1],
  ['a soft hyphen', 'RSSMRA\u00ad80A01H501U', '[codice fiscale]', 1],
  ['a blank of no width in a group', 'RS\u200bSMRA80A01H501U!', '[codice fiscale]!', 1],
  ['signs nobody sees everywhere', 'R\u2060S\u200dSMRA8\ufeff0A01H5\u00ad01\u200cU', '[codice fiscale]', 1],
  ['in two paragraphs', 'RSSMRA\n\n80A01H501U', 'RSSMRA\n\n80A01H501U', 0],
  ['in two columns', 'RSSMRA    80A01H501U', 'RSSMRA    80A01H501U', 0],
  ['several', 'RSSMRA80A01H501U, BNCLCU85T50Z330E', '[codice fiscale], [codice fiscale]', 2],
  ['none', 'circolare 7170/2009', 'circolare 7170/2009', 0],
])('%s', (_, text, clean, masked) => {
  expect(maskPersonalData(text)).toEqual({ text: clean, masked });
});
