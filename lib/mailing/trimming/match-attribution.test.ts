import { expect, test } from 'vitest';
import { matchAttribution } from './match-attribution';

test.each([
  ['Il giorno lun 3 mar 2025 alle ore 10:15 Sergio <s@alba.example> ha scritto:'],
  ['Il lun 3 mar 2025, 10:15 Sergio <s@alba.example> ha scritto:'],
  ['Sergio Prandi <s@alba.example> ha scritto:'],
  ['Il 03/03/25 10:15, Sergio ha scritto:', '> Serve?'],
  ['Il 3 marzo alle 10.15 il Ministero ha scritto:', '> non serve'],
  ['On 3 Mar 2025, at 10:15, Sergio wrote:'],
  ['Am 03.03.25 um 10:15 schrieb Sergio:'],
  ['Le 3 mars 2025 à 10:15, Sergio a écrit :'],
  ['Il giorno lun 3 mar 2025', 'alle ore 10:15 Sergio', '<s@alba.example>', 'ha scritto:'],
])('E41 a program says: %s', (...lines) => {
  expect(matchAttribution(lines, 0)?.weak).toBe(false);
});

test.each([
  ['Il Ministero ha scritto:', 'non serve'],
  ['Il Ministero ha scritto:', '> non serve'],
  ['Il 3 marzo 2025 alle 10:15 il Ministero ha scritto:', 'non serve'],
  ['Il 03/03/2025 il Ministero ha scritto:', 'non serve'],
  ['On Monday the ministry wrote:', 'no visa is needed'],
  ['Mi ha scritto Sergio alle 10:15', '> Serve?'],
  ['Sergio Prandi ha scritto:', 'non serve'],
  ['> Il 03/03/25 10:15, Sergio ha scritto:', '> Serve?'],
  ['Scrivete a Sergio <s@alba.example> entro le 10:15.'],
])('E41 a person says: %s', (...lines) => {
  expect(matchAttribution(lines, 0)).toBeNull();
});

test('E41 a name alone may be either', () => {
  expect(matchAttribution(['Sergio Prandi ha scritto:', '> Serve?'], 0)).toEqual({ end: 1, weak: true });
});
