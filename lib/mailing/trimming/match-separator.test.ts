import { expect, test } from 'vitest';
import { matchSeparator } from './match-separator';

test.each([
  ['-----Messaggio originale-----', 'original'],
  ['-------- Original Message --------', 'original'],
  ['________ Ursprüngliche Nachricht ________', 'original'],
  ['-----Message d’origine-----', 'original'],
  ['---- On Mon, 3 Mar 2025 10:15:00 +0100 Sergio wrote ----', 'original'],
  ['---------- Messaggio inoltrato ---------', 'forward'],
  ['Inizio messaggio inoltrato:', 'forward'],
  ['----- Inoltrato da Sergio Prandi/Alba il 03/03/2025 10.15 -----', 'forward'],
  ['— Rispondi sopra questa riga —', 'marker'],
  ['Rispondi sopra questa riga', 'marker'],
  ['> — Rispondi sopra questa riga —', undefined],
  ['*— Risponda sopra a questa linea —*', 'marker'],
  ['-- Reply above this line --', 'marker'],
  ['— Bitte antworten Sie oberhalb dieser Zeile —', 'marker'],
  ['— Veuillez répondre au-dessus de cette ligne —', 'marker'],
  ['— Responda por encima de esta línea —', 'marker'],
  ['Messaggio originale', undefined],
  ['Il messaggio originale era più chiaro', undefined],
  ['Messaggio inoltrato alla Questura', undefined],
  ['Ho letto "Rispondi sopra questa riga" e non capisco', undefined],
  ['- original: 16 euro', undefined],
])('E44 E45 %s', (line, kind) => {
  expect(matchSeparator([line], 0)?.kind).toBe(kind);
});

test.each([
  [['— Rispondi sopra', 'questa riga —'], 2],
  [['— Rispondi', 'sopra questa', 'riga —'], 3],
  [['— Rispondi sopra questa riga', '—', 'Serve?'], 2],
])('E44 the marker wrapped as %j', (lines, end) => {
  expect(matchSeparator(lines, 0)).toEqual({ kind: 'marker', end });
});
