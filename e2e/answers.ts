// What a route may answer, and the answers many routes share: by area, by role.
import type { WorldPerson } from '@/lib/testing/world';
import type { Story } from './stack/story';

/**
 * open: answered · sign-in: led to the door and back · refused: a sentence, 403 · absent: 404 · closed: 405 ·
 * moved: elsewhere on this site · failed: on purpose, 500.
 */
export type Answer = 'open' | 'sign-in' | 'refused' | 'absent' | 'closed' | 'moved' | 'failed';

export type Role = 'anonymous' | WorldPerson;

/** One person for each role of DOMAIN.md §2. */
export const roles: Role[] = ['anonymous', 'elena', 'matteo', 'rita', 'olga', 'piero', 'ada'];

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
export type Method = (typeof methods)[number];

export type RouteRow = {
  file: string;
  /** By role where what is asked for is gone afterwards. */
  path: (story: Story, role: Role) => string;
  answers: Record<Role, Answer>;
  /** GET unless said. */
  method?: Method;
  body?: () => FormData | string;
  headers?: Record<string, string>;
};

export const everyone = (answer: Answer): Record<Role, Answer> => ({
  anonymous: answer,
  elena: answer,
  matteo: answer,
  rita: answer,
  olga: answer,
  piero: answer,
  ada: answer,
});

export const anyone = everyone('open');
export const members: Record<Role, Answer> = { ...anyone, anonymous: 'sign-in' };
/** Areas for the whole network: the technical administrator reads nothing by that role. */
export const network: Record<Role, Answer> = { ...members, ada: 'refused' };
export const secretariat: Record<Role, Answer> = {
  ...everyone('refused'),
  anonymous: 'sign-in',
  olga: 'open',
};
export const chosen: Record<Role, Answer> = { ...network, elena: 'refused', olga: 'refused' };
export const communes: Record<Role, Answer> = { ...network, piero: 'refused' };
