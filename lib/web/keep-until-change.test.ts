import { afterEach, expect, test } from 'vitest';
import { type Changes, keepUntilChange } from './keep-until-change';

const house = globalThis as { raccordoChanges?: Changes };
const state = { isTold: true, number: 1 };

function stand(): void {
  house.raccordoChanges = { isTold: () => state.isTold, number: () => state.number };
}

afterEach(() => {
  Reflect.deleteProperty(house, 'raccordoChanges');
  Object.assign(state, { isTold: true, number: state.number + 1 });
});

/** Counts how often something is read. */
function counter() {
  let count = 0;
  return async () => ++count;
}

test('what is the same for everybody is read once, until something changes', async () => {
  stand();
  const read = counter();
  const ask = () => keepUntilChange('a', read);
  expect([await ask(), await ask(), await keepUntilChange('b', read)]).toEqual([1, 1, 2]);
  state.number += 1;
  expect([await ask(), await ask()]).toEqual([3, 3]);
});

test.each([
  ['no server in front tells of changes', () => undefined],
  [
    'changes are not heard at the moment',
    () => {
      stand();
      state.isTold = false;
    },
  ],
])('where %s nothing is remembered', async (_, prepare) => {
  prepare();
  const read = counter();
  expect([await keepUntilChange('c', read), await keepUntilChange('c', read)]).toEqual([1, 2]);
});

test('what was read while something changed is not remembered', async () => {
  stand();
  const read = counter();
  const torn = async () => {
    state.number += 1;
    return read();
  };
  expect(await keepUntilChange('d', torn)).toBe(1);
  expect(await keepUntilChange('d', read)).toBe(2);
});
