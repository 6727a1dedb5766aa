// What a room gives to be found. Rooms make documents; what stores and searches them knows no room.
import type { Database } from '@/db/client';

/** Texts by field: what each counts is decided in `rank`. */
export type SearchFields = {
  title: string;
  text: string;
  tags?: string;
  /** Who wrote it, for whom. */
  names?: string;
  /** Names of attached files. */
  files?: string;
};

export type SearchDocument = SearchFields & {
  /** Letters, digits, `-` and `_`. */
  id: string;
  /** What it is: a closed list of the room `search`. */
  kind: string;
  /** Documents of one group are one hit. */
  groupId: string;
  /** What a hit leads to. */
  subjectId: string;
  /** Whether it speaks for its group: its title can be suggested. */
  leads: boolean;
  /** Keys of those who may find it: who searches must hold one of them. */
  readers: readonly string[];
  /** Slugs. */
  areas?: readonly string[];
  personId?: string | null;
  /** A slug. */
  organization?: string | null;
  answered?: boolean | null;
  at: Date;
};

/** The order in which a document's stems are kept, a line each. */
export const fieldOrder = ['title', 'text', 'tags', 'names', 'files'] as const;
export type Field = (typeof fieldOrder)[number];

/** What a room can give, to build everything anew: a room that can be searched adds its own to `listSources`. */
export type DocumentSource = {
  kinds: readonly string[];
  /** Ids of all subjects, some hundred at a time. */
  subjects: (db: Database) => AsyncIterable<string[]>;
  /** The documents of these subjects; a subject that must not be found has none. */
  documents: (db: Database, subjects: readonly string[]) => Promise<SearchDocument[]>;
};
