// Makes of any document that comes from outside one that keeps to our schema, so that everything behind may trust it.
import { Refusal } from '@/lib/core/refusal';
import { isLoose, type Loose, looseAttribute, looseChildren } from './loose-node';
import { normalizeBlocks } from './normalize-blocks';
import type { TextDocument } from './schema';

/** Characters of a whole text: words, addresses of links, texts of images and names. A hundred printed pages. */
export const longestDocument = 200_000;
const mostNodes = 20_000;
/** Deeper than anything an editor makes; what follows may recurse. */
const deepest = 120;

/**
 * Unknown nodes and marks go, their words stay; links and images keep only allowed addresses; order and nesting are put
 * right. Twice gives the same as once.
 * @param options `unfinished`: a draft, in which images may still wait for their alternative text
 * @throws Refusal `text-malformed`, `text-too-long`, `image-without-alt`
 */
export function normalizeDocument(given: unknown, options: { unfinished?: boolean } = {}): TextDocument {
  if (!isLoose(given) || given.type !== 'doc') throw new Refusal('invalid', 'text-malformed');
  measure(given);
  const content = withoutEmptyEnds(normalizeBlocks(looseChildren(given)));
  if (!options.unfinished && content.some(hasMuteImage)) throw new Refusal('invalid', 'image-without-alt');
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Without recursion: nothing is known yet of how deep it goes. */
function measure(document: Loose): void {
  const waiting = [{ node: document, depth: 0 }];
  let nodes = 0;
  let length = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > deepest) throw new Refusal('invalid', 'text-malformed');
    nodes += 1;
    length += lengthOf(node);
    for (const child of looseChildren(node)) waiting.push({ node: child, depth: depth + 1 });
    if (nodes + waiting.length > mostNodes || length > longestDocument) {
      throw new Refusal('invalid', 'text-too-long');
    }
  }
}

/** All that becomes part of the page, the addresses of links each time they stand there. */
function lengthOf(node: Loose): number {
  const marks = Array.isArray(node.marks) ? node.marks.filter(isLoose) : [];
  const said = [node.text, looseAttribute(node, 'alt'), looseAttribute(node, 'label')];
  const addresses = marks.map((mark) => looseAttribute(mark, 'href'));
  return [...said, ...addresses].reduce<number>(
    (sum, each) => sum + (typeof each === 'string' ? each.length : 0),
    0,
  );
}

/** An editor leaves an empty line at the end to write in. */
function withoutEmptyEnds(blocks: TextDocument[]): TextDocument[] {
  const isFull = (block: TextDocument) => block.type !== 'paragraph' || block.content !== undefined;
  const first = blocks.findIndex(isFull);
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex(isFull) + 1);
}

function hasMuteImage(node: TextDocument): boolean {
  return (node.type === 'image' && !node.attrs?.alt) || (node.content ?? []).some(hasMuteImage);
}
