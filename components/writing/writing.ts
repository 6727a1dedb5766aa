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
  /** Who will be told, for the areas chosen at first; null where the page may not know. */
  receivers: { people: number; organizations: number } | null;
};

const kinds = ['thread', 'reply', 'edit'] as const satisfies readonly Writing['kind'][];

/** A form that came back is what it was sent as, also on a page that no longer knows. */
export function kindOf(sent: string | undefined, { kind }: Pick<Writing, 'kind'>): Writing['kind'] {
  return kinds.find((one) => one === sent) ?? kind;
}

/** An area as the form carries it along: a slug has no blank in it. */
export function areaLine({ slug, name }: AreaChoice): string {
  return `${slug} ${name}`;
}

/** The areas that a form carried, a line each. */
export function areasIn(lines: string | undefined): AreaChoice[] {
  return (lines ?? '').split('\n').flatMap((line) => {
    const blank = line.indexOf(' ');
    return blank > 0 ? [{ slug: line.slice(0, blank), name: line.slice(blank + 1) }] : [];
  });
}
