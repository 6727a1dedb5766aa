import { expect, test } from 'vitest';
import { trimHtml } from './trim-html';
import { trimReply } from './trim-reply';

/** A small generator with a seed: each run sees the same mails. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const pieces = [
  'Buongiorno a tutti,',
  'da noi basta la ricevuta.\nE il passaporto.',
  'Cordiali saluti\nLivia Tonon',
  '> Serve la marca?',
  '> Serve la marca?\n>\n>> Chiedo per un collega.',
  'Il giorno lun 3 mar 2025 alle ore 10:15 Sergio <s@alba.example> ha scritto:',
  'Il 03/03/25 10:15, Sergio Prandi ha scritto:\n> Serve la marca?',
  'Sergio Prandi ha scritto:\n> Serve la marca?',
  'Il Ministero ha scritto:\nnon serve.',
  'Da: Sergio <s@alba.example>\nInviato: lunedì 3 marzo 2025 10:15\nA: noi\nOggetto: Marca\n\nServe?',
  '---------- Messaggio inoltrato ---------\nDa: Sergio <s@alba.example>\n\nServe?',
  '-- \nLivia Tonon\nComune di Bra',
  '--\nLivia',
  '----------------',
  'Inviato da iPhone',
  'Questo messaggio è riservato al destinatario; se ricevuto per errore va eliminato.',
  '— Rispondi sopra questa riga —',
  'SP> uno\nSP> due',
  '| uno\n| due',
  '*** e poi ***',
  '-----BEGIN PGP SIGNATURE-----\nabcd\n-----END PGP SIGNATURE-----',
  '[cid:logo@bra.example]',
];

const mails = Array.from({ length: 1_500 }, (_, seed) => {
  const roll = dice(seed + 1);
  const joints = ['\n', '\n\n', '\n\n', '\n\n\n'];
  return Array.from(
    { length: 1 + roll(7) },
    () => pieces[roll(pieces.length)] + (joints[roll(4)] ?? ''),
  ).join('');
});

/** Words in any order, each as often as it stands there; signs of quoting and initials before them do not count. */
const words = (text: string) =>
  text
    .replace(/^\s*(?:SP>|\|)/gm, '')
    .split(/[>\s]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

test('E42 no word of any mail is lost or doubled between the text and what is folded', () => {
  for (const mail of mails) {
    const { text, quoted } = trimReply(mail);
    expect(words(`${text}\n${quoted}`), mail).toBe(words(mail));
  }
});

test('E43 no mail with words becomes an empty text', () => {
  for (const mail of mails) expect(trimReply(mail).text, mail).not.toBe('');
});

test('E42 the words of a mail passed on are not lost either', () => {
  for (const mail of mails) {
    const { text, quoted } = trimReply(mail, { forwarded: true });
    expect(words(`${text}\n${quoted}`), mail).toBe(words(mail));
  }
});

test('E47 no word of a mail in HTML is lost', () => {
  for (const mail of mails.slice(0, 500)) {
    const lines = mail.split('\n').map((line) => line.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    const html = lines.map((line) => `<div>${line || '<br>'}</div>`).join('');
    const { text, quoted } = trimHtml(html);
    expect(words(`${text}\n${quoted}`), mail).toBe(words(mail));
  }
});

test('E43 what was trimmed once is trimmed: with its text nothing more happens', () => {
  const changing = mails.filter((mail) => !/inoltrato|PGP|\[cid:|^--/m.test(mail));
  expect(changing.length).toBeGreaterThan(400);
  for (const mail of changing) {
    const once = trimReply(mail);
    if (once.quoted !== '') expect(trimReply(once.text).text, mail).toBe(once.text);
  }
});
