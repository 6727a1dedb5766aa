import { describe, expect, test } from 'vitest';
import { searchInput } from '../model';
import { inputOf, questionOf, saveSearchInput } from './model';

describe('a question as it is written down', () => {
  test.each<[string, Record<string, string>, string]>([
    ['words', { q: 'bonus  energia ' }, 'q=bonus+energia'],
    [
      'choices in their order, the page left out',
      { risposta: 'senza', pagina: '3', anno: '2026', area: 'operatori', q: 'pds' },
      'q=pds&area=operatori&anno=2026&risposta=senza',
    ],
    ['nothing of what is no choice', { q: 'pds', risposta: 'forse', altro: '1' }, 'q=pds'],
    ['signs of addresses', { q: '"art. 29" & co' }, 'q=%22art.+29%22+%26+co'],
  ])('%s', (_, given, question) => {
    expect(questionOf(searchInput.parse(given))).toBe(question);
    expect(questionOf(inputOf(question))).toBe(question);
  });
});

describe('what may be saved', () => {
  test('is called by its words where it has no name', () => {
    const saved = (given: unknown) => saveSearchInput.parse(given);
    expect(saved({ question: 'q=bonus++energia&pagina=2' })).toEqual({
      question: 'q=bonus+energia',
      name: 'bonus energia',
    });
    expect(saved({ question: 'q=sgate', name: '  Bonus ' })).toMatchObject({ name: 'Bonus' });
    expect(saved({ question: `q=${'parola '.repeat(40)}` }).name).toHaveLength(120);
  });

  test.each([
    ['question-missing', { question: 'q=&area=operatori' }],
    ['question-missing', { question: 'q=-escluso' }],
    ['question-missing', {}],
    ['question-too-long', { question: `q=${'a'.repeat(501)}` }],
    ['question-too-long', { question: `q=${'a'.repeat(2_000)}` }],
    ['search-name-too-long', { question: 'q=sgate', name: 'a'.repeat(121) }],
  ])('is refused: %s of %j', (reason, given) => {
    expect(saveSearchInput.safeParse(given).error?.issues[0]?.message).toBe(reason);
  });
});
