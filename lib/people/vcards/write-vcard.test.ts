import { expect, test } from 'vitest';
import type { Card } from './model';
import { writeVcard } from './write-vcard';

const person: Card = {
  kind: 'individual',
  uid: 'urn:uuid:0199a000-0000-7000-8000-000000000001',
  name: 'Rita Sala',
  organization: 'Comune di Segrate',
  emails: ['rita@segrate.example'],
  phone: '02 1234 int. 5',
  role: 'referente',
  url: null,
};

const lineOf = (change: Partial<Card>, property: string) =>
  writeVcard({ ...person, ...change })
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(property));

test('a person is written whole, line by line', () => {
  expect(writeVcard(person).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    'UID:urn:uuid:0199a000-0000-7000-8000-000000000001',
    'FN:Rita Sala',
    'N:Sala;Rita;;;',
    'ORG:Comune di Segrate',
    'ROLE:referente',
    'EMAIL;TYPE=work:rita@segrate.example',
    'TEL;TYPE=work:02 1234 int. 5',
    'END:VCARD',
    '',
  ]);
});

test('an organisation has no name of a person, and only what is known', () => {
  const card: Card = {
    ...{ kind: 'org', uid: 'https://raccordo.example/enti/segrate', name: 'Comune di Segrate' },
    ...{ organization: 'Comune di Segrate', emails: [], phone: null, role: null },
    url: 'https://www.comune.segrate.example/',
  };
  expect(writeVcard(card).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'UID:https://raccordo.example/enti/segrate',
    'FN:Comune di Segrate',
    'ORG:Comune di Segrate',
    'URL:https://www.comune.segrate.example/',
    'END:VCARD',
    '',
  ]);
});

test.each<[Partial<Card>, string, string]>([
  [{ name: 'Carla De Luca' }, 'N:', 'N:De Luca;Carla;;;'],
  [{ name: 'Segreteria' }, 'N:', 'N:Segreteria;;;;'],
  [{ name: '  Anna   Bianchi ' }, 'N:', 'N:Bianchi;Anna;;;'],
  [{ organization: 'Cgil, Cisl; Uil' }, 'ORG:', 'ORG:Cgil\\, Cisl\\; Uil'],
  [{ organization: 'A\\B' }, 'ORG:', 'ORG:A\\\\B'],
  [{ name: 'Rita\r\nEND:VCARD' }, 'FN:', 'FN:Rita\\nEND:VCARD'],
  [{ role: 'uno\ndue\rtre' }, 'ROLE:', 'ROLE:uno\\ndue\\ntre'],
  [{ url: 'https://a.example/x,y;z\r\nNOTE:no' }, 'URL:', 'URL:https://a.example/x,y;zNOTE:no'],
])('%j: %s', (change, property, expected) => {
  expect(lineOf(change, property)).toBe(expected);
});

test.each([
  ['exactly 75 octets', 'x'.repeat(75 - 'FN:'.length), 1],
  ['one more', 'x'.repeat(76 - 'FN:'.length), 2],
  ['two lines, full', 'x'.repeat(75 - 'FN:'.length + 74), 2],
  ['accents at the edge', 'à'.repeat(80), 3],
  ['signs of four octets', '𝒜'.repeat(60), 4],
])('folding: %s', (_case, organization, lines) => {
  const name = 'Rita';
  const text = writeVcard({ ...person, name, organization: '', role: organization }).split('\r\n');
  const begin = text.findIndex((line) => line.startsWith('ROLE:'));
  const rest = text.slice(begin + 1);
  const folded = [
    text[begin] ?? '',
    ...rest.slice(
      0,
      rest.findIndex((line) => !line.startsWith(' ')),
    ),
  ];
  expect(Math.max(...folded.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(folded.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(`ROLE:${organization}`);
  expect(folded.length).toBeGreaterThanOrEqual(lines);
});
