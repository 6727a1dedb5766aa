// The papers of an adhesion as trees of blocks: written once, put out as Word and as PDF.

/** A run of text; `bold` where it matters. */
export type Run = string | { bold: string };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; align?: 'center' }
  | { kind: 'paragraph'; runs: readonly Run[]; align?: 'center' | 'right' }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: 'signatures'; names: readonly string[] }
  | { kind: 'break' };

/** `share` of the width, of all shares of the table. */
export type Column = { head: string; share: number };

export type Paper = {
  title: string;
  /** ISO day: the date of the file, so that the same paper is the same bytes. */
  date: string;
  landscape?: boolean;
  blocks: readonly Block[];
};

export type PaperOrgan = 'giunta' | 'consiglio' | 'commissario';

/** What the papers are filled with. Days are ISO. */
export type PaperData = {
  /** "Vimodrone", and the two letters of its province. */
  commune: { name: string; province: string };
  referent: { name: string; email: string; phone: string };
  contact: { name: string; office: string; email: string; phone: string };
  organ: PaperOrgan;
  /** "Comune di San Donato Milanese". */
  lead: string;
  agreement: { title: string; startedOn: string; endedOn: string | null; noticeDays: number };
  date: string;
};

/** Where a pen or Word fills in. */
export const blank = '__________';

/** "1 dicembre 2026". */
export function dayInItalian(iso: string): string {
  const at = new Date(`${iso}T12:00:00Z`);
  return new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

export const paperNames = ['domanda', 'delibera', 'protocollo'] as const;
export type PaperName = (typeof paperNames)[number];
export const paperKinds = ['docx', 'pdf'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** From `delibera.docx`; null for what is no paper. */
export function readPaperName(file: string): { name: PaperName; kind: PaperKind } | null {
  const [typedName, typedKind, ...rest] = file.split('.');
  const name = paperNames.find((one) => one === typedName);
  const kind = paperKinds.find((one) => one === typedKind);
  return name && kind && rest.length === 0 ? { name, kind } : null;
}

export const mediaTypes: Record<PaperKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
