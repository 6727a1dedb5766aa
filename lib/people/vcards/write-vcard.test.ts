import { expect, test } from 'vitest';
import { writeVcard } from './write-vcard';

const revised = new Date('2026-12-01T09:00:00.123Z');

test('an organisation is an org, with what is public of it', () => {
  const card = writeVcard({
    uid: 'https://r.example/enti/segrate',
    kind: 'org',
    name: 'Comune di Segrate',
    url: 'https://r.example/enti/segrate',
    revised,
  });
  expect(card).toBe(
    'BEGIN:VCARD\r\nVERSION:4.0\r\nUID:https://r.example/enti/segrate\r\nKIND:org\r\nFN:Comune di Segrate\r\nURL:https://r.example/enti/segrate\r\nREV:20261201T090000Z\r\nEND:VCARD\r\n',
  );
});

test('a person has a name in parts, an organisation, a role, mail and telephone', () => {
  const card = writeVcard({
    ...{
      uid: 'x',
      kind: 'individual',
      name: 'Maria Rosa D’Angelo',
      organization: 'Comune di Cassano, Ufficio; Stranieri',
    },
    ...{ role: 'referente', emails: ['m@x.example'], phone: '02 5555 int. 3', revised },
  });
  expect(card).toContain('N:D’Angelo;Maria Rosa;;;\r\n');
  expect(card).toContain('ORG:Comune di Cassano\\, Ufficio\\; Stranieri\r\n');
  expect(card).toContain('EMAIL;TYPE=work:m@x.example\r\n');
  expect(card).toContain('TEL;VALUE=text;TYPE=work:02 5555 int. 3\r\n');
});

test('lines are folded at 75 octets, between letters, and unfold to what was said', () => {
  const name = 'Unione dei Comuni della Città di Là e di Qua '.repeat(5).trim();
  const card = writeVcard({ uid: 'x', kind: 'org', name, revised });
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(card.replaceAll('\r\n ', '')).toContain(`FN:${name}\r\n`);
});
