import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { splitWords } from './split-words';
import { stemItalian } from './stem-italian';
import { stemsOf } from './stems-of';

const { sql } = await testDatabase();

test.each([
  ["l'idoneità dell’alloggio, un'altra", 'idoneita alloggio altra'],
  ['dell´ente all`ufficio', 'ente ufficio'],
  ["un po' di più, puo' e può", 'un po di piu puo e puo'],
  ['D.Lgs. 25/2008, d.p.r. 394/99, T.U.I.', 'dlgs 25 2008 dpr 394 1999 tui'],
  ['l. 689/81 e l. 241/90', 'l 689 1981 e l 241 1990'],
  ['27/11/2026, 27.11.2026, 27-11-2026', '27 novembre 2026 27 novembre 2026 27 novembre 2026'],
  ['il 10/11 alle 14.30', 'il 10 11 alle 14 30'],
  ['7.002,97 euro', '7002 97 euro'],
  ['modulo S2, modello C3', 'modulo s2 modello c3'],
  ['ospitalita_IT_EN.pdf 6lingue 18enni', 'ospitalita it en pdf 6 lingue 18 enni'],
  ['art.29 c.1-bis n.7170', 'art 29 c 1 bis n 7170'],
  ['', ''],
  ['!!! & | ( ) : * <->', ''],
  ['\u2764\uFE0F grazie \u{1F3F3}\uFE0F', 'grazie'],
])('%j is read as the words %j', (text, words) => {
  expect(
    splitWords(text)
      .map(({ word }) => word)
      .join(' '),
  ).toBe(words);
});

test('each word knows where it stands', () => {
  const text = 'È l’Idoneità del 27/11/2026';
  expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'È',
    'Idoneità',
    'del',
    '27/11/2026',
    '27/11/2026',
    '27/11/2026',
  ]);
});

test.each([
  ['permesso', 'permessi'],
  ['richiedente', 'richiedenti'],
  ['idoneità', 'idoneita'],
  ['circolare', 'circolari'],
  ['familiare', 'familiari'],
  ['irregolare', 'irregolari'],
  ['alloggiativa', 'alloggiative'],
  ['presentarsi', 'presentare'],
  ['rilasciandolo', 'rilasciando'],
])('%s and %s have the same stem', (one, other) => {
  expect(stemsOf(one)).toEqual(stemsOf(other));
});

test('stems are those of PostgreSQL, but for words in -ita and nouns in -are', async () => {
  const text = `anagrafe residenza richiedenti asilo iscrizione cancellazione irreperibile ricongiungimento
    alloggiativa presentandosi comunicarlo rilasciato rinnovabile cittadinanza decreti illegittimo
    autorizzazione psicologia restituzione pazienza velocemente operativamente nervosamente attivi famosa
    artista turismo abitabile direttrice rappresentante chilometriche banche larghi qualunque aiuola questura
    straniero camera lettera finirono mangiavamo corressero capisco spediscono venduti porterebbero`;
  const words = text.split(/\s+/);
  const rows = await sql<{ word: string; stem: string | null }[]>`
    select word, (ts_lexize('italian_stem', word))[1] as stem from unnest(${words}::text[]) as word`;
  expect(Object.fromEntries(words.map((word) => [word, stemItalian(word)]))).toEqual(
    Object.fromEntries(rows.map(({ word, stem }) => [word, stem])),
  );
  expect(stemItalian('responsabilita')).toBe('respons');
});
