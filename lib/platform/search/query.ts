// What is looked for and what is found, the same for whichever engine answers.

/** One way to say a concept: stems side by side, how much it counts against the words as typed, how many documents hold it. */
export type Form = { stems: readonly string[]; weight: number; documents: number };

/** A word of the question with all that counts as it; `documents` may hold it in one form or another. */
export type Concept = { forms: readonly Form[]; documents: number };

/** What a document must be; a list holds alternatives, an empty one excludes everything. */
export type Filter = {
  /** Keys the searcher holds: see `SearchDocument.readers`. */
  readers: readonly string[];
  kinds?: readonly string[];
  areas?: readonly string[];
  organizations?: readonly string[];
  persons?: readonly string[];
  subjects?: readonly string[];
  years?: readonly number[];
  answered?: boolean;
  from?: Date;
  /** Not included. */
  until?: Date;
  withoutGroup?: string;
};

export type Wanted = {
  concepts: readonly Concept[];
  /** Words that must stand side by side exactly so. */
  phrases: readonly (readonly string[])[];
  /** Stems that must not stand side by side anywhere in the document. */
  without: readonly (readonly string[])[];
  filter: Filter;
  limit: number;
};

/** What an engine returns: whatever may be among the best, still unordered. */
export type Candidate = {
  id: string;
  kind: string;
  groupId: string;
  subjectId: string;
  title: string;
  /** A line a field: see `fieldOrder`. */
  stems: string;
  areas: readonly string[];
  organization: string | null;
  year: number | null;
  answered: boolean | null;
  /** Milliseconds. */
  at: number;
};

/** A title or a name that may be meant. */
export type Suggestion = Pick<Candidate, 'id' | 'kind' | 'subjectId'>;

export type SuggestWanted = { words: readonly string[]; filter: Filter; limit: number };

export type SearchEngine = {
  find: (wanted: Wanted) => Promise<Candidate[]>;
  suggest: (wanted: SuggestWanted) => Promise<Suggestion[]>;
  /** Whether it is there at all, however long a question takes it. */
  isWell: () => Promise<boolean>;
};
