import { describe, expect, test } from 'vitest';
import { longestWord, mostConditions, mostWords, periodOf } from './model';
import { parseQuery } from './parse-query';

describe('a question taken apart', () => {
  const said = (text: string) => {
    const { words, phrases, without, conditions } = parseQuery(text);
    return [
      words.join(' '),
      ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
      ...without.map((stems) => `-${stems.join(' ')}`),
      ...conditions.map(({ prefix, value }) => `${prefix}=${value}`),
    ].join(' | ');
  };

  test.each([
    ['idoneità minore 14 anni', 'idoneita minore 14 anni'],
    ['"non si può" al banco', 'al banco | "non si puo"'],
    ['«codice fiscale» provvisorio', 'provvisorio | "codice fiscale"'],
    ['idoneità -alloggi', 'idoneita | -allogg'],
    ['idoneità -"modulo S2"', 'idoneita | -modul s2'],
    ['10-bis 241/90', '10 bis 241 1990'],
    ['autore:moscardo dal:2026-10-01 datori', 'datori | autore=moscardo | dal=2026-10-01'],
    ['ENTE:"San Giuliano Milanese" rigetto', 'rigetto | ente=San Giuliano Milanese'],
    ['allegato:ospitalita_IT_EN', ' | allegato=ospitalita_IT_EN'],
    ['al:31/12/2022 inps', 'inps | al=31/12/2022'],
    ['dal:ieri inps', 'ieri inps'],
    ['pippo:pluto https://esempio.example/a', 'pippo pluto https esempio example a'],
    ['autore: rossi', 'autore rossi'],
    ['un "virgoletta aperta', 'un virgoletta aperta'],
    ['chi è', ' | "chi e"'],
    ['""', ''],
    ["'; drop table post; --", 'drop table post'],
    ['readers = "public" OR 1=1', 'readers or 1 1 | "public"'],
    ['a & b | !c <-> d:*', 'a b c d'],
  ])('%j is %j', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('what is longer than any question is cut', () => {
    expect(parseQuery('parola '.repeat(5_000)).words).toHaveLength(mostWords);
    expect(parseQuery('"'.repeat(10_001)).phrases).toEqual([]);
    expect(parseQuery('a'.repeat(5_000)).words).toEqual(['a'.repeat(longestWord)]);
    const many = Array.from({ length: 400 }, (_, n) => `"a b${n}" -c${n} ente:d${n}`).join(' ');
    const { phrases, without, conditions } = parseQuery(many);
    expect([phrases, without, conditions].map(({ length }) => length)).toEqual(Array(3).fill(mostConditions));
  });
});

test.each([
  ['2026-10-01', '2026-09-30T22:00:00Z', '2026-10-01T22:00:00Z'],
  ['01/01/2026', '2025-12-31T23:00:00Z', '2026-01-01T23:00:00Z'],
  ['1.1.2026', '2025-12-31T23:00:00Z', '2026-01-01T23:00:00Z'],
  ['10/2026', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
  ['2026', '2025-12-31T23:00:00Z', '2026-12-31T23:00:00Z'],
  ['29/3/2026', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
])('%s is a period of Rome', (value, from, until) => {
  expect(periodOf(value)).toEqual({ from: new Date(from), until: new Date(until) });
});

test.each(['', 'ieri', '31/2/2026', '2026-13', '99999', '2026-1-1-1'])('%j is no date', (value) => {
  expect(periodOf(value)).toBeUndefined();
});
