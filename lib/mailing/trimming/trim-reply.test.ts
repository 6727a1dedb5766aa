import { expect, test } from 'vitest';
import replies from '../fixtures/replies.json';
import mails from './fixtures/mails.json';
import { trimReply } from './trim-reply';

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const words = (text: string) =>
  new Set(
    text
      .replace(/[>\s]+/g, ' ')
      .trim()
      .split(' '),
  );

const samples = [...replies.text, ...mails.text];

test.each(samples.map((each) => [each.id, each] as const))('E40 E41 text %s', (_, sample) => {
  const { text, quoted } = trimReply(sample.text);
  expect(flat(text)).toBe(flat(sample.expect));
  if (sample.id.startsWith('fp-')) expect(quoted).toBe('');
});

test.each(replies.text.map((each) => [each.id, each.text] as const))(
  'E42 nothing of %s is lost',
  (_, text) => {
    const { text: own, quoted } = trimReply(text);
    expect(words(`${own} ${quoted}`)).toEqual(words(text));
  },
);

const header = 'Il giorno lun 3 mar 2025 alle ore 10:15 Mario <m@x.example> ha scritto:';
const outlook =
  'Da: Mario <m@x.example>\nInviato: lunedì 3 marzo 2025 10:15\nA: l@x.example\nOggetto: Atti\n\nDomanda';
const footer = `${'_'.repeat(47)}\nOperatori mailing list\nop@l.example\nhttps://l.example/mailman/listinfo/op`;
const disclaimer =
  'Il presente messaggio è riservato. Chiunque lo riceva per errore, se non è il destinatario, lo elimini.';

test.each([
  [
    'a quote chosen by hand stays',
    '> la circolare dice no\n\nA me pare di sì.',
    '> la circolare dice no\n\nA me pare di sì.',
  ],
  [
    'E41 answers between the lines',
    `Ciao,\n\n${header}\n> uno?\n\nsì\n\n> due?\n\nno`,
    'Ciao,\n\n> uno?\n\nsì\n\n> due?\n\nno',
  ],
  [
    'an iPhone quotes its own header',
    `Noi una\n\nInviato da iPhone\n\n\ufeff> ${header}\n> \n> Domanda`,
    'Noi una',
  ],
  ['E49 a signature', `Sì\n\n-- \nAnna\nTel. 02\n\n${header}\n> Domanda`, 'Sì'],
  ['E49 a disclaimer', `Sì\nAnna\n\n${disclaimer}\n\n${outlook}`, 'Sì\nAnna'],
  ['the footer of a list', `Sì\n\n${footer}`, 'Sì'],
  ['the footer below a signature below a quote', `${header}\n> Domanda\n\nSì\n\n-- \nAnna\n${footer}`, 'Sì'],
  [
    'certified webmail',
    `Sì\n\nDa "Mario" m@x.example\nA "l" l@x.example\nCc \nData Tue, 19 Sep 2023\nOggetto Atti\n\n>Domanda`,
    'Sì',
  ],
  [
    'through a list',
    `Sì\n\nDa: Mario via Operatori <op@l.example>\nInviato: lunedì\nA: op@l.example\nOggetto: x\n\ny`,
    'Sì',
  ],
  ['E43 nothing but another’s words', outlook, outlook],
  ['E44 the own marker', 'Sì\n\n— Rispondi sopra questa riga —\n\nDomanda', 'Sì'],
  [
    'E45 passed on in so many words',
    'Guardate\n\n---------- Messaggio inoltrato ----------\nDa: M\n\nTesto',
    'Guardate\n\n> ---------- Messaggio inoltrato ----------\n> Da: M\n>\n> Testo',
  ],
  [
    'words about sending',
    'Il documento va\nInviato dal Comune entro maggio',
    'Il documento va\nInviato dal Comune entro maggio',
  ],
  [
    'dates and authors in a sentence',
    'Il 3 marzo il Ministero ha scritto:\nnon serve.',
    'Il 3 marzo il Ministero ha scritto:\nnon serve.',
  ],
])('%s', (_, text, own) => {
  const trimmed = trimReply(text);
  expect(trimmed.text).toBe(own);
  expect(words(`${trimmed.text} ${trimmed.quoted}`)).toEqual(words(text.replace('\ufeff', '')));
});

test('E45 a subject that passes a message on keeps it as a quote', () => {
  expect(trimReply(`Guardate\n\n${outlook}`, { forwarded: true }).text).toMatch(/^Guardate\n\n> Da: Mario/);
});

test('E42 a text longer than what is looked at is shown up to the end of a line, the rest folded', () => {
  const long = `${'parola '.repeat(9)}fine\n`.repeat(2_000);
  const { text, quoted } = trimReply(long);
  expect(text.length).toBeLessThanOrEqual(64_000);
  expect(text).toMatch(/fine$/);
  expect(`${text}\n${quoted}`).toBe(long.trim());
});

test('E43 another’s words alone, too long to show whole, are shown as far as they are looked at', () => {
  const { text, quoted } = trimReply(`${outlook}\n${'parola '.repeat(200_000)}`);
  expect(text).toMatch(/^Da: Mario/);
  expect(text.length).toBeLessThanOrEqual(64_000);
  expect(text.split('parola').length + quoted.split('parola').length).toBe(200_002);
});
