// Makes a document of the light tree: the clipboard of Word or Outlook, a page of the web, our own rendering.
import { normalizeDocument } from '../normalize-document';
import type { TextDocument } from '../schema';
import { foldQuotedMail } from './fold-quoted-mail';
import { htmlToNodes } from './html-to-nodes';
import type { Element } from './html-tree';
import { tidyBlocks } from './tidy-blocks';

/**
 * Nothing is taken over but words, and the few meanings the schema knows; so nothing has to be found and removed.
 * Images may still lack their alternative text: the author adds it before publishing.
 * @throws Refusal `text-too-long`
 */
export function treeToDocument(tree: Element): TextDocument {
  const nodes = htmlToNodes(foldQuotedMail(tree).children);
  const document = normalizeDocument({ type: 'doc', content: nodes }, { unfinished: true });
  return normalizeDocument(tidyBlocks(document), { unfinished: true });
}
