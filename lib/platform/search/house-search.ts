// The search of this process: one switch between the engines, made on first use from the settings.
import { env } from '@/lib/env';
import { type Ask, type Switch, searchSwitch } from './search-engine';

let house: Switch | undefined;

/** Asks whichever engine is well. */
export const askSearch: Ask = (db, question) => {
  house ??= searchSwitch(env().search);
  return house.ask(db, question);
};
