// What a moderator may type about a thread, how its events are seen, and the log as a table for other programs.
import { z } from 'zod';
import type { Audience, ThreadEventKind } from '@/db/words';
import { reasonInput, type Signature } from '../model';
import { areasInput, tagsInput, titleInput } from '../writing/model';

export const moderationInput = z.object({
  threadId: z.uuid({ error: 'no-such-thread' }),
  reason: reasonInput,
  /** The moderator has seen what looks like personal data and says it is none. */
  confirmed: z.boolean().default(false),
});

export const moveThreadInput = moderationInput.extend({
  areas: areasInput,
  /** The moderator has seen that more people will read the thread. */
  widen: z.boolean().default(false),
});
export const renameThreadInput = moderationInput.extend({ title: titleInput });
export const retagThreadInput = moderationInput.extend({ tags: tagsInput });

/** Whether two lists without doubles hold the same. */
export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

const width: Record<Audience, number> = { chosen: 0, communes: 1, network: 2, public: 3 };

type Readership = { audience: Audience; admitted: readonly string[] };

/**
 * Whether somebody would read the thread who was not promised to its writers. Chosen organisations are compared by name:
 * other ones are other readers, and may be no communes.
 */
export function isWider(from: readonly Readership[], to: readonly Readership[]): boolean {
  const known = from.flatMap(({ audience, admitted }) => (audience === 'chosen' ? admitted : []));
  return to.some(({ audience, admitted }) => {
    if (audience !== 'chosen') return from.every((one) => width[one.audience] < width[audience]);
    const isOpen = from.some((one) => width[one.audience] > width.communes);
    return !isOpen && admitted.some((id) => !known.includes(id));
  });
}

/** An event as it stands in the thread, after post `afterNumber`. Areas the reader may not see are not named. */
export type ThreadEventView = {
  id: string;
  kind: ThreadEventKind;
  afterNumber: number;
  by: Signature;
  reason: string;
  at: Date;
  /** `rename`: the new title; `move`: areas; `retag`: tags; `answer`, `unanswer`: number of the post; `hand-over`: to whom. */
  detail: {
    title?: string;
    areas?: { slug: string; name: string }[];
    tags?: string[];
    post?: number;
    person?: string;
    /** `split`: where posts went; `split-off`: where they came from; absent for who may not read it, as for one merged. */
    thread?: { title: string; number: number; slug: string; areaSlug: string };
    /** `split`, `split-off`, `merge`: how many posts. `merge` has the title of the thread that went. */
    posts?: number;
  };
};

export type LogRow = {
  at: Date;
  act: string;
  person: string | null;
  organization: string | null;
  system: string | null;
  subject: string | null;
  reason: string | null;
};

/** From the first moment, included, to the last, excluded. */
export const periodInput = z.object({ from: z.date(), to: z.date() });

const columns = ['at', 'act', 'person', 'organization', 'system', 'subject', 'reason'] as const;

/** RFC 4180 in UTF-8, moments in UTC as ISO 8601: never localised. */
export function logAsCsv(rows: readonly LogRow[]): string {
  const lines = rows.map((row) =>
    columns.map((column) => cell(column === 'at' ? row.at.toISOString() : (row[column] ?? ''))),
  );
  return [[...columns], ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
