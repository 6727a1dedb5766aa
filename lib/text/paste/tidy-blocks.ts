// Takes out of a pasted document what only made distance: blanks at the ends of lines, empty paragraphs, double breaks.
import type { TextDocument } from '../schema';

const textBlocks = new Set(['paragraph', 'heading']);
const heads = new Set(['heading', 'tableHeader']);
const cells = new Set(['tableCell', 'tableHeader']);

/** @param document one that keeps to the schema */
export function tidyBlocks(document: TextDocument): TextDocument {
  return { ...document, content: tidyAll(document, false) };
}

/** `isBold`: heads are bold by themselves, so that the mark says nothing there. */
function tidyAll(parent: TextDocument, isBold: boolean): TextDocument[] {
  return (parent.content ?? []).flatMap((node) => tidy(node, isBold || heads.has(node.type ?? '')));
}

function tidy(node: TextDocument, isBold: boolean): TextDocument[] {
  if (textBlocks.has(node.type ?? '')) return splitLines(isBold ? withoutBold(node) : node);
  if (node.content === undefined || node.type === 'codeBlock') return [node];
  const content = tidyAll(node, isBold);
  if (content.length > 0) return [{ ...node, content }];
  return cells.has(node.type ?? '') ? [{ ...node, content: [{ type: 'paragraph' }] }] : [];
}

function withoutBold(block: TextDocument): TextDocument {
  const content = block.content?.map((node) => ({
    ...node,
    ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'bold') }),
  }));
  return { ...block, content };
}

/** Two breaks in a row are how some programs write a new paragraph. */
function splitLines(block: TextDocument): TextDocument[] {
  const runs: TextDocument[][] = [[]];
  let breaks = 0;
  for (const node of block.content ?? []) {
    const isBlank = node.text !== undefined && node.text.trim() === '';
    if (node.type === 'hardBreak') breaks += 1;
    else if (!isBlank && breaks > 1) runs.push([]);
    if (node.type !== 'hardBreak' && !isBlank) breaks = 0;
    runs.at(-1)?.push(node);
  }
  return runs.map(trimLine).flatMap((content) => (content.length > 0 ? [{ ...block, content }] : []));
}

/** Blanks at the ends and around breaks are not seen, and neither are breaks at the ends. */
function trimLine(run: TextDocument[]): TextDocument[] {
  const isBreak = (node: TextDocument | undefined) => node === undefined || node.type === 'hardBreak';
  const trimmed = run.flatMap((node, index) => {
    if (node.text === undefined) return [node];
    let text = node.text.replace(/ {2,}/g, ' ');
    if (isBreak(run[index - 1]) || run[index - 1]?.text?.endsWith(' ')) text = text.trimStart();
    if (isBreak(run[index + 1])) text = text.trimEnd();
    return text === '' ? [] : [{ ...node, text }];
  });
  const first = trimmed.findIndex((node) => node.type !== 'hardBreak');
  const last = trimmed.findLastIndex((node) => node.type !== 'hardBreak');
  const kept = first < 0 ? [] : trimmed.slice(first, last + 1);
  return kept.length === trimmed.length && kept.length === run.length ? kept : trimLine(kept);
}
