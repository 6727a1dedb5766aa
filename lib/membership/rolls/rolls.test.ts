import { beforeAll, describe, expect, test } from 'vitest';
import { membershipStep, organization } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { randomFrom } from '@/lib/testing/random-document';
import {
  daysAfter,
  everyDeed,
  isMember,
  type MembershipState,
  periodsOf,
  type Standing,
  standingOn,
  stepRules,
} from '../model';
import { type RollRow, rollCsv, rollQuery } from './model';
import { listRegister, roll } from './queries';

const { db } = await testDatabase();
const now = new Date('2026-12-01T09:00:00Z');
const system: Context = { db, now, actor: { kind: 'system', name: 'command-line' } };
const firstDay = '2002-07-01';
const organizations = 60;
const longest = 40;

type Written = { state: MembershipState; takenOn: string; number: number };
const histories = new Map<string, Written[]>();

/** A walk through the state machine, several steps on one day among others. */
function walk(random: () => number): Written[] {
  const steps: Written[] = [];
  let [state, day]: [Standing, string] = [null, daysAfter(firstDay, Math.floor(random() * 400))];
  const length = 1 + Math.floor(random() * longest);
  while (steps.length < length) {
    const open = everyDeed.filter((deed) => stepRules[deed].from.includes(state));
    const deed = open[Math.floor(random() * open.length)];
    if (!deed) break;
    state = stepRules[deed].to;
    steps.push({ state, takenOn: day, number: steps.length + 1 });
    day = daysAfter(day, Math.floor(random() * 4) * Math.floor(random() * 200));
  }
  return steps;
}

function deedBefore(before: Standing, after: MembershipState) {
  const deed = everyDeed.find((one) => stepRules[one].to === after && stepRules[one].from.includes(before));
  if (!deed) throw new Error(`no step leads from ${before} to ${after}`);
  return deed;
}

beforeAll(async () => {
  const random = randomFrom(20021201);
  for (let index = 0; index < organizations; index += 1) {
    const id = newId();
    const name = `Comune ${String(index).padStart(3, '0')}`;
    await db
      .insert(organization)
      .values({ id, slug: `c${index}`, name, kind: 'commune', status: 'applicant' });
    const steps = walk(random);
    histories.set(id, steps);
    const rows = steps.map((step, at) => ({
      ...{ organizationId: id, ...step, takenAt: now },
      deed: deedBefore(steps[at - 1]?.state ?? null, step.state),
    }));
    await db.insert(membershipStep).values(rows);
  }
});

describe('a history as periods', () => {
  test('has no gap and no overlap, and says on each day what replaying the steps says', () => {
    let checked = 0;
    for (const steps of histories.values()) {
      const periods = periodsOf(steps);
      periods.forEach((period, index) => {
        expect(period.to).toBe(periods[index + 1]?.from ?? null);
        if (period.to !== null) expect(period.from < period.to).toBe(true);
      });
      expect(periods[0]?.from).toBe(steps[0]?.takenOn);
      for (const day of daysAround(steps)) {
        const within = periods.filter(({ from, to }) => from <= day && (to === null || day < to));
        expect(within.length).toBeLessThanOrEqual(1);
        expect(within[0]?.state ?? null).toBe(standingOn(steps, day));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(organizations);
  });
});

function daysAround(steps: readonly Written[]): string[] {
  return [...new Set(steps.flatMap(({ takenOn }) => [-1, 0, 1].map((days) => daysAfter(takenOn, days))))];
}

test('the roll of any day equals the replay of the rows', async () => {
  const days = new Set([...histories.values()].flatMap((steps) => daysAround(steps)));
  const chosen = [...days].toSorted().filter((_, index) => index % 5 === 0);
  expect(chosen.length).toBeGreaterThan(100);
  const seen = new Set<number>();
  for (const day of chosen) {
    const replayed = [...histories].flatMap(([id, steps]) => {
      const state = standingOn(steps, day);
      return isMember(state) ? [{ id, state, memberSince: memberSince(steps, day) }] : [];
    });
    const found = await roll(system, day);
    const rows = found.map(({ organizationId: id, state, memberSince: since }) => ({
      id,
      state,
      memberSince: since,
    }));
    expect(rows.toSorted(byId)).toEqual(replayed.toSorted(byId));
    seen.add(rows.length);
  }
  expect(seen.size).toBeGreaterThan(5);
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

/** By going back from the day, step after step, as long as each was inside. */
function memberSince(steps: readonly Written[], day: string): string | null {
  const past = steps.filter(({ takenOn }) => takenOn <= day);
  let since: string | null = null;
  for (const step of past.toReversed()) {
    if (!isMember(step.state)) break;
    since = step.takenOn;
  }
  return since;
}

test('the register shows everybody who had any standing, by state, to the secretariat alone', async () => {
  const query = rollQuery.parse({ al: '2012-01-01', stato: 'all' });
  const all = await listRegister(system, query);
  const standing = [...histories.values()].filter((steps) => standingOn(steps, '2012-01-01') !== null);
  expect(all).toHaveLength(standing.length);
  const ended = await listRegister(system, { ...query, stato: 'ended' });
  expect(ended.length).toBeGreaterThan(0);
  expect(ended.every(({ state }) => state === 'ended')).toBe(true);
  const [one] = await listRegister(system, { ...query, q: all[0]?.name ?? '' });
  expect(one?.name).toBe(all[0]?.name);
  await expect(listRegister({ ...system, actor: anonymous }, query)).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test('the register is written for spreadsheets, and none takes a name for a formula', () => {
  const row: RollRow = {
    ...{ organizationId: 'x', slug: 's', name: '=Comune "di"; Prova', province: 'MI' },
    ...{ istatCode: '015192', since: '2002-07-01', memberSince: '2002-07-01', act: null },
    kind: 'commune',
    state: 'active',
  };
  expect(rollCsv([row]).split('\r\n')[1]).toBe(
    `"'=Comune ""di""; Prova";s;commune;MI;015192;active;2002-07-01;2002-07-01;;;;`,
  );
});
