import { expect, test } from 'vitest';
import { readCommand } from './read-command';

const quoted =
  '\n\nIl giorno lun 3 mar 2025 alle ore 10:15 Rita <r@x.example> ha scritto:\n> Domanda\n> stop';
const given = (subject: string, text: string) => ({
  ...{ subject, text, plain: text, html: null },
  sender: { address: 'rita@segrate.example', name: 'Rita Sala' },
});

test.each([
  ['E91: alone as subject', 'Cancellami', '', 'unsubscribe'],
  [
    'E91: alone as subject, whatever a provider writes below',
    'unsubscribe',
    'Sent by the provider.',
    'unsubscribe',
  ],
  ['E91: alone as body', 'Re: Orari', 'STOP', 'unsubscribe'],
  ['E91: with punctuation', 'Re: Orari', '«Stop».', 'unsubscribe'],
  ['E91: above quoted words', 'Re: Orari', `Disiscrivimi${quoted}`, 'unsubscribe'],
  ['E91: with a signature', 'Re: Orari', 'annulla iscrizione\n\n-- \nRita Sala\nTel. 02', 'unsubscribe'],
  ['E91: with thanks and a name', 'Re: Orari', 'Cancellami\n\nGrazie\nRita Sala', 'unsubscribe'],
  ['E91: with another apostrophe', '', "annulla l'iscrizione", 'unsubscribe'],
  ['E91: inside a sentence', 'Re: Orari', 'Cancellami dalla riunione di domani', null],
  ['E91: a line of a longer text', 'Re: Orari', 'Ho scritto al Ministero:\nstop\nNessuna risposta.', null],
  ['E91: only in what is quoted', 'Re: Orari', `Va bene${quoted}`, null],
  ['E91: the subject of an answer', 'Re: Aiuto', 'Ecco come si fa.', null],
  ['E91: a subject a letter is about', 'Aiuto', 'Chi sa come si rinnova il permesso?', null],
  ['E91: help as subject', 'Aiuto', '', 'help'],
  ['E91: help in both', 'help', 'help', 'help'],
  ['E91: mute', 'Re: Orari', 'Non seguire', 'mute'],
  ['E91: mute, English', 'Re: Orari', 'mute', 'mute'],
  ['E91: follow', 'Re: Orari', 'Segui', 'follow'],
  ['E91: daily', '', 'riepilogo  giornaliero', 'daily'],
  ['E91: weekly', 'Riepilogo settimanale', '', 'weekly'],
  ['E91: first of each thread', '', 'solo il primo messaggio', 'first'],
  ['E91: every post', '', 'Ogni messaggio', 'every'],
  ['E91: nothing', '', 'Niente posta.', 'none'],
  ['E91: a moderator’s word is nobody else’s', '', 'Approva', null],
  ['nothing at all', '', '', null],
])('%s', (_, subject, text, command) => {
  expect(readCommand(given(subject, text))).toBe(command);
});

test.each([
  ['Approva', 'release'],
  ['Pubblica pure, grazie.', 'release'],
  ['accetta\n\n-- \nOlga', 'release'],
  [`Rifiuta: è pubblicità${quoted}`, 'refuse-held'],
  ['Non so', null],
  ['stop', null],
])('E91: a moderator answers %j', (text, command) => {
  expect(readCommand(given('Re: Un messaggio attende', text), 'moderator')).toBe(command);
});

test('E46: a megabyte is not searched for a word', () => {
  expect(readCommand(given('', 'stop\n'.repeat(200_000)))).toBeNull();
});
