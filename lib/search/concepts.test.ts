import { expect, test } from 'vitest';
import { stemsOf } from '@/lib/text/words/stems-of';
import { draftConcepts } from './draft-concepts';
import { nearestWords } from './nearest-words';

const synonyms = [
  ['pds', 'permesso di soggiorno', 'titolo di soggiorno'],
  ['tui', 'testo unico immigrazione'],
].map((forms) => forms.map(stemsOf));

const drafted = (text: string) =>
  draftConcepts(text.split(' '), synonyms).map(({ stem, others }) =>
    [stem, ...others.map((stems) => stems.join('+'))].join('/'),
  );

test.each([
  ['pds scaduto', ['pds/permess+soggiorn/titol+soggiorn', 'scad']],
  ['permesso di soggiorno', ['permess/pds/titol+soggiorn', 'soggiorn/pds/titol+soggiorn']],
  ['permesso scaduto', ['permess', 'scad']],
  ['art 29 tui', ['art', '29', 'tui/test+unic+immigr']],
  ['minore e minori', ['minor']],
  ['di per con', []],
])('%s means %j', (text, expected) => {
  expect(drafted(text)).toEqual(expected);
});

const known = [
  { word: 'fiscal', documents: 9 },
  { word: 'prosegu', documents: 3 },
  { word: 'residenz', documents: 40 },
  { word: 'resident', documents: 4 },
];

test.each([
  ['fisacl', ['fiscal']],
  ['fiscl', ['fiscal']],
  ['xfiscal', ['fiscal']],
  ['residen', ['residenz', 'resident']],
  ['reside', []],
  ['residenc', ['residenz', 'resident']],
  ['automobil', []],
])('%s may be %j', (word, expected) => {
  expect(nearestWords(word, known).map((each) => each.word)).toEqual(expected);
});
