// The search of this process: one switch between the engines, made on first use from the settings.
import { env } from '@/lib/env';
import { type Ask, type Switch, searchSwitch } from './search-engine';

let house: Switch | undefined;

/** Asks whichever engine is well. */
export const askSearch: Ask = (db, question) => {
  return switchOfHouse().ask(db, question);
};

/** Whether this process, as far as it has seen, searches without the search server. */
export function isSearchReduced(): boolean {
  return switchOfHouse().isReduced();
}

function switchOfHouse(): Switch {
  house ??= searchSwitch(env().search, Date.now, (line) => void process.stderr.write(`${line}\n`));
  return house;
}
