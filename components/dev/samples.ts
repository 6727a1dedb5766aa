// What the page of bricks is filled with: invented people and files.
import type { Account } from '@/components/ui/slim-header';

/** Where every link and form of the show leads: back to itself. */
export const showAddress = '/dev/mattoni';

export const sampleNow = new Date('2025-09-15T12:00:00Z');

/** Today, yesterday, this year, another year. */
export const sampleMoments = [
  '2025-09-15T08:42:00Z',
  '2025-09-14T16:05:00Z',
  '2025-09-12T07:30:00Z',
  '2005-03-04T09:00:00Z',
].map((text) => new Date(text));

export const sampleOrganizations = [
  'Comune di Segrate',
  'Comune di San Donato Milanese',
  'Comune di Pioltello',
  'Comune di Cologno Monzese',
  'Prefettura di Milano',
  'Questura di Milano',
  'ASL Milano 2',
  'Patronato del Lavoro',
];

/** @param seats how many of them, from 1 to 3 */
export function sampleAccount(seats: number): Omit<Account, 'links'> {
  const all = sampleOrganizations.slice(0, seats).map((organization, index) => ({
    id: `seat-${index + 1}`,
    organization,
    role: index === 0 ? 'operatore' : 'referente',
  }));
  const [seat = { id: '', organization: '', role: '' }] = all;
  return { name: 'Marta Colombo', seat, seats: all };
}
