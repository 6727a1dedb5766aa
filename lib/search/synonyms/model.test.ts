import { describe, expect, test } from 'vitest';
import { addSynonymsInput, readForms, writeForms, wrongWithForms } from './model';

test.each<[string, string[]]>([
  ['SGATE, bonus energia', ['SGATE', 'bonus energia']],
  ['SGATE\r\n bonus   energia \n\n', ['SGATE', 'bonus energia']],
  ['a; b ,c,', ['a', 'b', 'c']],
  ['  ', []],
])('%j is read as forms', (typed, forms) => {
  expect(readForms(typed)).toEqual(forms);
  expect(readForms(writeForms(forms))).toEqual(forms);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `forma${index}`);

describe('what is wrong with forms', () => {
  test.each<[string, string[], string | null]>([
    ['two', ['SGATE', 'bonus energia'], null],
    ['twelve', many(12), null],
    ['eighty characters', ['a'.repeat(80), 'b'], null],
    ['none', [], 'forms-too-few'],
    ['one', ['SGATE'], 'forms-too-few'],
    ['thirteen', many(13), 'forms-too-many'],
    ['eighty-one characters', ['a'.repeat(81), 'b'], 'form-too-long'],
    ['no letter', ['SGATE', '!!'], 'form-without-word'],
    ['nothing but binding words', ['SGATE', 'di questo'], 'form-without-word'],
    ['the same', ['SGATE', 'sgate'], 'form-twice'],
    ['the same but for its ending', ['bonus energia', 'altro', 'Bonus energìe'], 'form-twice'],
    ['the same but for what binds', ['permesso di soggiorno', 'permesso soggiorno'], 'form-twice'],
  ])('%s: %j', (_, forms, reason) => {
    expect(wrongWithForms(forms)).toBe(reason);
  });

  test('is said of the field', () => {
    const parsed = addSynonymsInput.safeParse({ forms: 'SGATE' });
    expect(parsed.error?.issues).toMatchObject([{ path: ['forms'], message: 'forms-too-few' }]);
  });
});
