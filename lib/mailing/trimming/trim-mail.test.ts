import { expect, test } from 'vitest';
import { trimMail } from './trim-mail';

const html = '<p>Sì, con <b>delega</b>.</p><blockquote type="cite">Serve?</blockquote>';

test.each([
  ['the plain text when there is one', 'Sì.\n\n> Serve?', 'Sì.'],
  ['the HTML when there is no plain text', undefined, 'Sì, con delega.'],
  ['the HTML when the plain text is empty', ' \r\n\u00a0\n', 'Sì, con delega.'],
  [
    'the HTML when the plain text only points to it',
    'Questo messaggio è in formato HTML.',
    'Sì, con delega.',
  ],
  [
    'the HTML when the plain text complains',
    'Your mail client does not support HTML messages.',
    'Sì, con delega.',
  ],
  [
    'the plain text when it only speaks of HTML',
    `${'Il modulo non va. '.repeat(30)}Serve il formato HTML?`,
    null,
  ],
])('E40 E47 trimmed is %s', (_, text, own) => {
  expect(trimMail({ text, html }).text).toBe(own ?? text);
});

test('E43 a mail without words has none', () => {
  expect(trimMail({ text: '', html: '<p> </p>' })).toEqual({ text: '', folded: '' });
});

test.each(['I: Marca', 'Fwd: Marca', '[permessi] Inoltro: Marca'])(
  'E45 %s passes a message on',
  (subject) => {
    const text = 'Guardate.\n\nDa: Sergio <s@alba.example>\nData: ieri\nOggetto: Marca\n\nServe?';
    expect(trimMail({ text, subject }).text).toMatch(/^Guardate\.\n\n> Da: Sergio[\s\S]*> Serve\?$/);
  },
);

test('E45 an answer to a message passed on folds it', () => {
  const text = 'Visto.\n\nDa: Sergio <s@alba.example>\nData: ieri\nOggetto: I: Marca\n\nServe?';
  expect(trimMail({ text, subject: 'R: I: Marca' })).toEqual({
    text: 'Visto.',
    folded: 'Da: Sergio <s@alba.example>\nData: ieri\nOggetto: I: Marca\n\nServe?',
  });
});
