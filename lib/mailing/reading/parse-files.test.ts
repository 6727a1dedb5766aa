import { describe, expect, test } from 'vitest';
import { makeTnef } from '@/lib/testing/make-tnef';
import { parseMail } from './parse-mail';

const now = new Date('2026-11-24T12:00:00Z');
const receivedAt = new Date('2024-05-02T10:00:00Z');

const multipart = (kind: string, ...parts: string[]) =>
  [
    `From: a@x.example\nContent-Type: multipart/${kind}; boundary=b\n`,
    ...parts.map((part) => `\n--b\n${part}`),
    '\n--b--',
  ].join('');
const plain = 'Content-Type: text/plain; charset=utf-8\n\nCiao';

const winmail = (bytes: Buffer) =>
  `Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}`;

describe('E50–E53 files', () => {
  const cases: [name: string, source: string, names: string[], text?: string][] = [
    [
      'E50 a text file before the body',
      multipart(
        'mixed',
        'Content-Type: text/plain\nContent-Disposition: attachment; filename=nota.txt\n\nNota',
        plain,
      ),
      ['nota.txt'],
    ],
    [
      'E51 an image of the text',
      multipart(
        'related',
        'Content-Type: text/html\n\n<p>Ciao<img src="cid:i@x"></p>',
        'Content-Type: image/png; name=logo.png\nContent-ID: <i@x>\nContent-Disposition: inline\n\nx',
      ),
      ['logo.png (inline)'],
    ],
    [
      'an attached image with a Content-ID',
      multipart(
        'mixed',
        plain,
        'Content-Type: image/png; name=foto.png\nContent-ID: <f_1>\nContent-Disposition: attachment\n\nx',
      ),
      ['foto.png'],
    ],
    [
      'an image a phone puts below the text',
      multipart(
        'mixed',
        plain,
        'Content-Type: image/jpeg; name=IMG_1.jpeg\nContent-Disposition: inline; filename=IMG_1.jpeg\n\nx',
      ),
      ['IMG_1.jpeg'],
    ],
    [
      'E51 an empty image',
      multipart('mixed', plain, 'Content-Type: image/png; name=a.png\nContent-Disposition: attachment\n'),
      [],
    ],
    [
      'E52 names of RFC 2231 and 2047',
      multipart(
        'mixed',
        plain,
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''idoneit%C3%A0.pdf\n\nx",
        'Content-Type: application/pdf; name="=?utf-8?q?citt=C3=A0.pdf?="\nContent-Disposition: attachment\n\nx',
      ),
      ['idoneità.pdf', 'città.pdf'],
    ],
    [
      'E52 a message passed on whole',
      multipart('mixed', plain, 'Content-Type: message/rfc822\n\nFrom: b@x.example\nSubject: y\n\nAltro'),
      ['messaggio.eml'],
    ],
    [
      'E53 signatures and cards are hidden, CAdES is not',
      multipart(
        'signed',
        plain,
        'Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment\n\nx',
        'Content-Type: text/vcard; name=a.vcf\nContent-Disposition: attachment\n\nx',
        'Content-Type: application/pkcs7-mime; name=delibera.pdf.p7m\nContent-Disposition: attachment; filename=delibera.pdf.p7m\n\nx',
      ),
      ['delibera.pdf.p7m'],
    ],
    [
      'E24 an invitation',
      multipart('alternative', plain, 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR'),
      ['invito.ics'],
    ],
    [
      'E24 an invitation whose method is said inside',
      multipart('alternative', plain, 'Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST'),
      ['invito.ics'],
    ],
    [
      'E52 a winmail.dat is opened',
      multipart('mixed', plain, winmail(makeTnef([{ title: 'A.PDF', longName: 'Atto.pdf', content: 'x' }]))),
      ['Atto.pdf'],
    ],
    [
      'E52 a broken winmail.dat stays one',
      multipart('mixed', plain, winmail(Buffer.from('x'))),
      ['winmail.dat'],
    ],
    [
      'a name that is a path',
      multipart(
        'mixed',
        plain,
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../etc/a\tb.pdf"\n\nx',
      ),
      ['a b.pdf'],
    ],
  ];

  test.each(cases)('%s', async (_, source, names) => {
    const mail = await parseMail(Buffer.from(source), { receivedAt, now });
    expect(mail.files.map((file) => file.name + (file.inline ? ' (inline)' : ''))).toEqual(names);
    expect(mail.text).toContain('Ciao');
    expect(mail.text).not.toMatch(/Nota|Altro|VCALENDAR/);
  });
});

test.each([
  ['E52 opened', winmail(makeTnef([])), ['winmail-opened']],
  ['E52 not opened', winmail(Buffer.from('x')), ['winmail-unreadable']],
  ['nothing', 'Content-Type: application/pdf\n\nx', []],
])('%s: the mail warns of %j', async (_, part, warnings) => {
  const mail = await parseMail(Buffer.from(multipart('mixed', plain, part)), { receivedAt, now });
  expect(mail.warnings).toEqual(warnings);
});
