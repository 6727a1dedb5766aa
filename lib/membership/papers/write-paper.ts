// From what an application says to the file of one of its papers.
import type { Paper, PaperData, PaperKind, PaperName } from './model';
import { writePact } from './write-pact';
import { writeRequestLetter } from './write-request-letter';
import { writeResolutionDraft } from './write-resolution-draft';

const papers: Record<PaperName, (data: PaperData) => Paper> = {
  domanda: writeRequestLetter,
  delibera: writeResolutionDraft,
  protocollo: writePact,
};

/** The writers are loaded when they are asked for: few processes ever need them. */
export async function writePaper(
  name: PaperName,
  kind: PaperKind,
  data: PaperData,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = papers[name](data);
  if (kind === 'docx') return (await import('./write-docx')).writeDocx(paper);
  return (await import('./write-pdf')).writePdf(paper);
}
