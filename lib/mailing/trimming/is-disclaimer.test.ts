import { expect, test } from 'vitest';
import { isDisclaimer } from './is-disclaimer';

test.each([
  'AVVISO DI RISERVATEZZA: le informazioni sono destinate al solo destinatario.',
  'Il presente messaggio è riservato. Chi lo riceve per errore è pregato di distruggerlo.',
  'Questa e-mail e i suoi allegati sono riservati al destinatario: è vietata la diffusione.',
  'Rispetta l’ambiente: se non è necessario, non stampare questa mail.',
  'This message is intended solely for the addressee and may contain confidential information.',
  'Confidentiality notice',
])('E49 an office says: %s', (paragraph) => {
  expect(isDisclaimer(paragraph)).toBe(true);
});

test.each([
  'Questo documento è riservato agli uffici.',
  'Ai sensi del Regolamento UE 2016/679 il cittadino può chiedere copia dei propri dati.',
  'Il messaggio è arrivato per errore a noi: a chi lo giriamo?',
  'Il destinatario del nulla osta deve firmare la comunicazione riservata.',
  'Privacy: il numero va chiamato senza il cognome.',
  'La copia per il destinatario va eliminata dopo cinque anni, in base al GDPR.',
])('E49 a person says: %s', (paragraph) => {
  expect(isDisclaimer(paragraph)).toBe(false);
});
