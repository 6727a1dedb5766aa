import { expect, test } from 'vitest';
import { looksCertified } from './email';

test.each([
  ['protocollo@pec.comune.segrate.example', true],
  ['ufficio@PEC.it', true],
  ['comune@arubapec.it', true],
  ['comune@cert.legalmail.it', true],
  ['comune@legalmail.it', true],
  ['comune@postacert.regione.example', true],
  ['comune@pecimprese.it', true],
  ['rita@segrate.example', false],
  ['rita@certosa.example', false],
  ['pec@segrate.example', false],
  ['rita@pecorino.example', false],
  ['rita@comune.pec', false],
  ['rita', false],
])('E95: %s looks like a certified mailbox: %s', (email, certified) => {
  expect(looksCertified(email)).toBe(certified);
});
