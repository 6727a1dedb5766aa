import { expect, test } from 'vitest';
import { findPersonalData } from './find-personal-data';
import { maskFoundData } from './mask-found-data';

const told = (text: string) =>
  findPersonalData(text).map(({ kind, level, start, end }) => `${level} ${kind} ${text.slice(start, end)}`);

test.each([
  ['CF RSSMRA80A01H501U.', ['block codice-fiscale RSSMRA80A01H501U']],
  ['cf rssmra80a01h501u', ['block codice-fiscale rssmra80a01h501u']],
  ['RSS MRA 80A01 H501U', ['block codice-fiscale RSS MRA 80A01 H501U']],
  ['RSSMRA 80A01 H501U', ['block codice-fiscale RSSMRA 80A01 H501U']],
  ['omocodia RSSMRALLALMHRLMR', ['block codice-fiscale RSSMRALLALMHRLMR']],
  ['CF_RSSMRA80A01H501U.pdf', ['block codice-fiscale RSSMRA80A01H501U']],
  ['https://x.example/?cf=RSSMRA80A01H501U', ['block codice-fiscale RSSMRA80A01H501U']],
  ['permesso di soggiorno I12345678', ['block permit I12345678']],
  ['Permesso n. I12345678 scaduto', ['block permit I12345678']],
  ['il permesso rilasciato dalla Questura di Milano, I12345678', ['block permit I12345678']],
  ['permessi: I12345678, I87654321', ['block permit I12345678', 'block permit I87654321']],
  ['PERMESSO I 12345678', ['block permit I 12345678']],
  ['permesso i12345678', ['block permit i12345678']],
  ['I12345678 (permesso di soggiorno)', ['block permit I12345678']],
  ['permesso_I12345678.pdf', ['block permit I12345678']],
  ['permesso n. 123456', ['block permit 123456']],
  ['permesso numero 0123456789', ['block permit 0123456789']],
  ['permesso di soggiorno n° AB123456', ['block permit AB123456']],
  ['carta di soggiorno A1234567', ['block permit A1234567']],
  ['titolo di soggiorno nr. 12345678', ['block permit 12345678']],
  ['il PdS n. 1234567', ['block permit 1234567']],
  ['passaporto YA1234567', ['block passport YA1234567']],
  ['Passaporto n. YB 1234567', ['block passport YB 1234567']],
  ['passaporti ya1234567 e yb7654321', ['block passport ya1234567', 'block passport yb7654321']],
  ['passaporto marocchino AB1234567', ['block passport AB1234567']],
  ['passaporto ucraino FB123456', ['block passport FB123456']],
  ['passaporto cinese G12345678', ['block passport G12345678']],
  ['passaporto filippino P1234567A', ['block passport P1234567A']],
  ['passaporto n. 123456789', ['block passport 123456789']],
  ['passaporto: 12345678', ['block passport 12345678']],
  ['passaporto-YA1234567.jpg', ['block passport YA1234567']],
  ['YA1234567 è il passaporto', ['block passport YA1234567']],
  ['passport no. AB1234567', ['block passport AB1234567']],
  ['il documento YA1234567', ['warn passport YA1234567']],
  ['ha portato I12345678', ['warn permit I12345678']],
  ['AB1234567', ['warn passport AB1234567']],
  ['passaporto: codice YA1234567', ['block passport YA1234567']],
  ['permesso di soggiorno, in data odierna, I12345678', ['block permit I12345678']],
  ['permesso rilasciato in data 12/03/2024 n. I12345678', ['block permit I12345678']],
  ['il permesso (con ricevuta) I12345678', ['block permit I12345678']],
  ['I12345678, nato nel 1990, permesso scaduto', ['block permit I12345678']],
  ['protocollo AB1234567', ['warn passport AB1234567']],
  ['la pratica AB1234567 è pronta', ['warn passport AB1234567']],
  [
    'il permesso della signora che è venuta ieri mattina allo sportello: codice I12345678',
    ['warn permit I12345678'],
  ],
])('%s', (text, found) => {
  expect(told(text)).toEqual(found);
});

test.each([
  'RSSMRA80A01H501X',
  'i permessi scadono il 31/12/2024',
  'permesso di soggiorno, d.lgs. 286/1998, art. 5',
  'permesso ai sensi del D.Lgs. n. 286 del 25071998',
  'permesso: circolare n. 7170/2009',
  'permesso, prot. n. 123456/2023',
  'permesso, prot. 12345678',
  'permesso, tel. 02 12345678',
  'passaporto, telefono 0212345678',
  'passaporto: chiamare il numero verde 800123456',
  'permesso: cell. 3401234567',
  'passaporto +39340123456',
  'passaporto rilasciato il 01012020',
  'passaporto 2020-01-01',
  'permesso, IBAN IT60X0542811101000000123456',
  'permesso, IBAN IT60 X054 2811 1010 0000 0123 456',
  'permesso, c.c.p. n. 67422402',
  'passaporto e bollettino 67422402',
  'permesso, modello 209',
  'permesso, modulo n. 123456',
  'permesso a punti n. 5/2009',
  'marca da bollo per il permesso: 16 euro',
  'permesso, P.IVA 12345678901',
  'la sentenza sul permesso n. 12345/2019',
  'permesso, CAP 201234',
  'il permesso dura 12 mesi e costa 100000 lire',
  'assicurata 061234567890 del permesso',
  'ab1234567',
  'numero 12345678',
  'la pratica ab1234567 è pronta',
  'permesso, prot. PG 0123456/2024',
  'https://x.example/permesso/I12345678',
  'permesso di https://x.example/n/12345678',
  'versione 2.0.1234567',
  'PASSAPORTO SMARRITO DENUNCIA',
  'i permessi del 2024 sono 123456',
  'D.P.R. 31 agosto 1999, n. 394',
  'CIG Z1234567AB',
  'targa AB123CD',
])('never: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('the place of each is said by its mask, and nothing is found twice', () => {
  const text = 'Il sig. RSSMRA80A01H501U, passaporto YA1234567, permesso I12345678 (doc. AB1234567).';
  const masked = maskFoundData(text, findPersonalData(text));
  expect(masked).toBe(
    'Il sig. [codice fiscale], passaporto [numero del passaporto], permesso [numero del permesso] (doc. [numero del passaporto]).',
  );
  expect(findPersonalData(masked)).toEqual([]);
});

test.each([
  ['numbers', 'permesso n. 1234567 '],
  ['letters', 'A'],
  ['digits', '1'],
  ['blanks', 'AB '],
  ['labels', 'permesso '],
  ['codes', 'RSSMRA80A01H501U '],
])('a long text of %s comes to an end', (_, piece) => {
  const text = piece.repeat(Math.ceil(400_000 / piece.length));
  expect(findPersonalData(text).length).toBeLessThan(text.length / 6);
});
