import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { pdf } from '@/lib/testing/adhesion-stage';
import { judgeActFile } from './judge-act-file';
import { largestActFile, proposeEnforceable, whyNotDays } from './model';

/** ContentInfo with the identifier of signedData, as every CAdES envelope begins. */
const der = Buffer.concat([
  Buffer.from('308205a006092a864886f70d010702a0820591', 'hex'),
  Buffer.alloc(1400, 7),
]);
const exe = Buffer.concat([
  Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex'),
  Buffer.alloc(400),
]);
const encrypted = Buffer.from(
  pdf.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'),
  'latin1',
);
const signed = Buffer.concat([
  pdf,
  Buffer.from('9 0 obj<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]>>endobj'),
]);
const scan = Buffer.alloc(60 * 1024 * 1024);
pdf.copy(scan);

describe('what may be the file of an act', () => {
  const cases: [string, string, Buffer, object][] = [
    ['a PDF', 'delibera.pdf', pdf, { wrong: null, signature: 'none' }],
    ['a PDF under any name', 'scansione', pdf, { wrong: null, signature: 'none' }],
    ['a PDF signed inside', 'delibera.pdf', signed, { wrong: null, signature: 'pades' }],
    ['an envelope', 'delibera.pdf.p7m', der, { wrong: null, signature: 'cades' }],
    [
      'an envelope in base64',
      'delibera.p7m',
      Buffer.from(der.toString('base64')),
      { wrong: null, signature: 'cades' },
    ],
    [
      'an envelope in PEM',
      'delibera.p7m',
      Buffer.from(
        `-----BEGIN PKCS7-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`,
      ),
      { wrong: null, signature: 'cades' },
    ],
    ['an executable renamed .pdf', 'delibera.pdf', exe, { wrong: 'act-file-program' }],
    ['a script renamed .pdf', 'delibera.pdf', Buffer.from('#!/bin/sh\nrm'), { wrong: 'act-file-program' }],
    ['a scan of 60 MB', 'scansione.pdf', scan, { wrong: 'act-file-too-large' }],
    ['a PDF with a password', 'delibera.pdf', encrypted, { wrong: 'act-file-encrypted' }],
    ['a text', 'delibera.txt', Buffer.from('Delibera n. 118'), { wrong: 'act-file-not-pdf' }],
    ['a p7m that is none', 'delibera.pdf.p7m', Buffer.from('no'), { wrong: 'act-file-p7m-broken' }],
    ['nothing', 'delibera.pdf', Buffer.alloc(0), { wrong: 'act-file-empty' }],
  ];
  test.each(cases)('%s', async (_, name, bytes, expected) => {
    expect(judgeActFile(bytes, name, await mediaTypeOf(bytes, name))).toMatchObject(expected);
  });

  test('the largest is 25 MB', () => {
    expect(largestActFile).toBe(26_214_400);
  });
});

test.each([
  [{ sessionOn: '2026-11-12', publishedFrom: '2026-11-13', immediate: false }, '2026-11-23'],
  [{ sessionOn: '2026-11-12', publishedFrom: '2026-11-13', immediate: true }, '2026-11-12'],
  [{ sessionOn: '2026-11-12', publishedFrom: null, immediate: false }, null],
])('the day of enforceability is proposed: %o', (act, day) => {
  expect(proposeEnforceable(act)).toBe(day);
});

test('days that can be are not refused', () => {
  const act = {
    ...{ sessionOn: '2026-11-12', publishedFrom: '2026-11-12', publishedTo: '2026-11-27' },
    ...{ enforceableOn: '2026-11-12', protocolOn: '2026-12-01' },
  };
  expect(whyNotDays(act, '2026-12-01')).toBeNull();
});
