import { expect, test } from 'vitest';
import { listDnsRecords } from './list-dns-records';

const question = { domain: 'liste.comune.example', host: 'mail.comune.example', dkim: null };

test('both ways of mail need all five kinds of records, and say for whom each stands', () => {
  const { smtp, resend } = listDnsRecords(question);
  for (const records of [smtp, resend]) {
    expect(records.map(({ purpose }) => purpose)).toEqual(['MX', 'SPF', 'DKIM', 'DMARC', 'Return-Path']);
    expect(records.every(({ name }) => name.endsWith('liste.comune.example.'))).toBe(true);
  }
  expect(smtp[0]).toMatchObject({ type: 'MX', value: '10 mail.comune.example.' });
  expect(resend[4]).toMatchObject({ name: 'send.liste.comune.example.', type: 'MX' });
});

test('the public half of a key that is set up stands in its record', () => {
  const { smtp } = listDnsRecords({ ...question, dkim: { selector: 'r1', publicKey: 'MIIB' } });
  expect(smtp[2]).toEqual({
    ...{ name: 'r1._domainkey.liste.comune.example.', type: 'TXT', purpose: 'DKIM', remark: '' },
    value: 'v=DKIM1; k=rsa; p=MIIB',
  });
});
