import { expect, test } from 'vitest';
import { isDeviceLine } from './is-device-line';

test.each([
  'Inviato da iPhone',
  'Inviato dal mio iPhone',
  'Inviato dall’app Mail per Windows',
  'Inviato con Aqua Mail per Android',
  'Inviato da Outlook per iOS<https://aka.ms/o0ukef>',
  'Ottieni BlueMail per Android',
  'Sent from my Galaxy',
  'Sent from my iPhone, please excuse typos',
  'Von meinem Samsung Galaxy Smartphone gesendet.',
  'Envoyé à partir de Outlook',
  '发自我的iPhone',
  '*Inviato dal mio telefono*',
])('E49 a device says: %s', (line) => {
  expect(isDeviceLine(line)).toBe(true);
});

test.each([
  '',
  'Inviato dal Comune entro maggio',
  'Inviato da posta certificata alle 10:15',
  'Inviato da Alice la settimana scorsa',
  'Inviato da iPhone: come lo allego al fascicolo?',
  'Lo ha inviato dal telefono',
  'Get the form from the phone desk',
  'Scarica il modulo da Windows',
  'Sent from the office of the mayor',
  '从明天开始我们只收收据',
])('E49 a person says: %s', (line) => {
  expect(isDeviceLine(line)).toBe(false);
});
