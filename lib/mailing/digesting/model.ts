// When digests are due, what one holds, and how much of it a mail carries.
import { type DigestRhythm, digestRhythms } from '@/db/words';
import { isWorkingDay } from '@/lib/core/is-working-day';
import { timeZone } from '@/lib/core/time';
import type { DigestWindow } from '@/lib/forum/digests/model';
import type { MailText } from '@/lib/text/document-to-mail';
import type { TextDocument } from '@/lib/text/schema';

/** Makes the digests that are due. */
export const digestsTask = 'mail.digests';
/** Sends one digest: `{ deliveryId }`. */
export const deliverDigestTask = 'mail.deliver-digest';

/** On the clock of Rome. */
export const digestHour = 7;
/** Milliseconds. A digest reaches no further back, whoever was away for longer. */
export const longestWindow = 31 * 86_400_000;

const hour = 3_600_000;
const day = 24 * hour;

export type DueDigest = { rhythm: DigestRhythm; day: string };

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Day and hour on the clock of Rome. */
function inRome(at: Date): { day: string; hour: number } {
  const [date = '', time = ''] = clock.format(at).split(' ');
  return { day: date, hour: Number(time.slice(0, 2)) };
}

/** @param iso a calendar day in Rome */
function isDigestDay(rhythm: DigestRhythm, iso: string): boolean {
  return isWorkingDay(iso) && (rhythm === 'daily' || !daysBefore(iso).some(isWorkingDay));
}

/** The days of the same week before this one. */
function daysBefore(iso: string): string[] {
  const at = new Date(`${iso}T00:00:00Z`);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return Array.from({ length: sinceMonday }, (_, index) =>
    new Date(at.getTime() - (index + 1) * day).toISOString().slice(0, 10),
  );
}

/**
 * The digests of today, from seven in the morning on: a worker that stood still at seven makes them when it is back.
 * Daily ones on working days, weekly ones on the first working day of the week.
 */
export function dueDigests(now: Date): DueDigest[] {
  const rome = inRome(now);
  if (rome.hour < digestHour) return [];
  return digestRhythms
    .filter((rhythm) => isDigestDay(rhythm, rome.day))
    .map((rhythm) => ({ rhythm, day: rome.day }));
}

/** When the next digest of this rhythm leaves, if there is anything to tell. */
export function nextDigest(rhythm: DigestRhythm, now: Date): Date {
  const first = inRome(now).hour < digestHour ? 0 : 1;
  for (let ahead = first; ; ahead++) {
    const { day: iso } = inRome(new Date(now.getTime() + ahead * day));
    if (isDigestDay(rhythm, iso)) return atDigestHour(iso);
  }
}

/** Seven in Rome is five or six in UTC. */
function atDigestHour(iso: string): Date {
  const inSummer = new Date(Date.parse(`${iso}T00:00:00Z`) + (digestHour - 2) * hour);
  return inRome(inSummer).hour === digestHour ? inSummer : new Date(inSummer.getTime() + hour);
}

/** The rooms a digest tells of; the words are keys of `choices.digest.modules`. */
export type DigestModule = 'forum' | 'searches';

/** One piece of news, with its text as it was written. `line`: who for which organisation. */
export type DigestEntry = {
  writer: { name: string; organization: string | null };
  at: Date;
  url: string;
  body: TextDocument;
  files: readonly { label: string; url: string }[];
};

/** `postId`: of its newest post, so that an answer to this address goes on from there. */
export type DigestTopic = { title: string; url: string; postId: string; entries: readonly DigestEntry[] };

/** `more`: how much else there is at its address, where that is worth a line of its own. */
export type DigestGroup = { name: string; url: string; topics: readonly DigestTopic[]; more?: number };

/** What one room has to tell. */
export type DigestSection = { module: DigestModule; groups: readonly DigestGroup[] };

/** How many pieces of news a section holds or leads to. */
export function countNews({ groups }: DigestSection): number {
  return groups.reduce((sum, { topics, more = 0 }) => sum + countEntries(topics) + more, 0);
}

/** How many pieces of news stand under these. */
export function countEntries(topics: readonly DigestTopic[]): number {
  return topics.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** The first of these with so many pieces of news in all; what has none is left out. */
export function firstOf(topics: readonly DigestTopic[], most: number): DigestTopic[] {
  let left = most;
  return topics.flatMap((topic) => {
    const entries = topic.entries.slice(0, left);
    left -= entries.length;
    return entries.length > 0 ? [{ ...topic, entries }] : [];
  });
}

/** The moments of a digest; a post that can still be taken back waits for the next one. */
export function windowOf(
  given: { personId: string; rhythm: DigestRhythm; lastUntil: Date | null; settled: Date },
  now: Date,
): DigestWindow {
  const { personId, rhythm, lastUntil, settled: until } = given;
  const floor = new Date(now.getTime() - longestWindow);
  const since = lastUntil && lastUntil > floor ? lastUntil : floor;
  return { personId, rhythm, since, until, plannedAt: now };
}

/** Bytes of HTML in full texts, then with the links to what has no room: under the 100 kB of MAIL.md E66 in all. */
const textBudget = 60_000;
const wholeBudget = 85_000;
/** What a title, its addresses and what stands around them take at most, besides their own letters. */
const around = 600;

/** `text`: null where there is room for a link alone. */
export type FittedEntry = DigestEntry & { text: MailText | null };
export type FittedTopic = Omit<DigestTopic, 'entries'> & { entries: readonly FittedEntry[] };
export type FittedGroup = Omit<DigestGroup, 'topics'> & { topics: readonly FittedTopic[] };
export type FittedSection = Omit<DigestSection, 'groups'> & { groups: readonly FittedGroup[] };

/**
 * What a mail carries of it: full texts as long as they fit, then links, then nothing but the number of what is left.
 * @param write makes a mail's text of a document
 */
export function fitSections(
  sections: readonly DigestSection[],
  write: (body: TextDocument) => MailText,
): { sections: FittedSection[]; left: number } {
  let used = 0;
  let left = 0;
  const fitEntry = (entry: DigestEntry): FittedEntry[] => {
    const frame = around + 2 * byteLength(entry.url) + byteLength(entry.writer.name) + filesLength(entry);
    if (used + frame > wholeBudget) {
      left += 1;
      return [];
    }
    const text = used < textBudget ? write(entry.body) : null;
    const fits = text !== null && used + frame + byteLength(text.html) <= textBudget;
    used += frame + (fits ? byteLength(text.html) : 0);
    return [{ ...entry, text: fits ? text : null, files: fits ? entry.files : [] }];
  };
  const fitted = sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      topics: group.topics
        .map((topic) => {
          used += 2 * byteLength(topic.title) + around;
          return { ...topic, entries: topic.entries.flatMap(fitEntry) };
        })
        .filter(({ entries }) => entries.length > 0),
    })),
  }));
  return { sections: fitted, left };
}

function byteLength(words: string): number {
  return Buffer.byteLength(words);
}

function filesLength({ files }: DigestEntry): number {
  return files.reduce((sum, { label, url }) => sum + byteLength(label) + byteLength(url) + 40, 0);
}
