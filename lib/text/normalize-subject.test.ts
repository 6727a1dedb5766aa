import { expect, test } from 'vitest';
import { normalizeSubject } from './normalize-subject';

test.each([
  ['E34 R: R: Re: R: Saluti', 'R: R: Re: R: Saluti', 'saluti', false],
  ['every prefix', 'RIF: I: FW: Fwd: Inoltro: AW: WG: TR: Saluti', 'saluti', false],
  ['tags between prefixes', 'Re: [operatori] R: [Lista] Saluti', 'saluti', false],
  ['counted', 'Re[2]: Re(3): Saluti', 'saluti', false],
  ['certified mail', 'POSTA CERTIFICATA: RIF: Saluti', 'saluti', false],
  ['spaces and folding', 'RE:  Saluti \n a  tutti', 'saluti a tutti', false],
  ['no prefix', 'Riunione: ordine del giorno', 'riunione: ordine del giorno', false],
  ['a word that begins alike', 'Richiesta: modulo', 'richiesta: modulo', false],
  ['former subject', 'Modulo (era: Ucraina: prime (2) indicazioni)', 'modulo', true],
  ['former subject, English', 'Re: Modulo [was: Ucraina]', 'modulo', true],
  [
    'a former office is no former subject',
    'Ufficio Stranieri (ex: Anagrafe)',
    'ufficio stranieri (ex: anagrafe)',
    false,
  ],
  ['nothing but a former subject', '(era: Ucraina)', '', false],
  ['nothing', 'Re: ', '', false],
])('%s', (_, subject, key, renamed) => {
  expect(normalizeSubject(subject)).toMatchObject({ key, renamed });
});

test.each([
  ['I: Giuramento', true],
  ['[operatori] Fwd: Giuramento', true],
  ['R: I: Giuramento', false],
  ['Il giuramento: come', false],
])('%j passes a message on: %s', (subject, forwarded) => {
  expect(normalizeSubject(subject).forwarded).toBe(forwarded);
});

test('the title keeps its letters', () => {
  expect(normalizeSubject('R: [operatori] Città e "Salva casa" (era: x)').title).toBe(
    'Città e "Salva casa" (era: x)',
  );
});
