// What a form for writing begins with: the draft as it stands, and what may be chosen.
import type { DraftFileView, DraftView } from '@/lib/forum/drafts/model';
import type { TextDocument } from '@/lib/text/schema';

export type Writing = Pick<DraftView, 'kind' | 'threadId' | 'postId' | 'baseRevision'> & {
  draftId: string;
  title: string;
  areas: string[];
  tags: string[];
  isQuestion: boolean;
  seatId: string;
  /** The text as the text area shows it. */
  markdown: string;
  /** The same for the editor; null where nothing was written yet. */
  document: TextDocument | null;
  files: DraftFileView[];
  savedAt: Date | null;
};

export type AreaChoice = { slug: string; name: string };

export type WritingChoices = {
  /** For whom one may write; asked where there are several. */
  seats: readonly { value: string; label: string }[];
  /** Where a new thread may go. */
  areas: readonly AreaChoice[];
  /** Who will be told, for the areas chosen at first. */
  receivers: { people: number; organizations: number };
};
