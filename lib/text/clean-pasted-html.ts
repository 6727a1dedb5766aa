// Cleans what the clipboard holds before the editor reads it: only the HTML a post may hold comes out.
import { documentToHtml } from './document-to-html';
import { type DomNode, readDomTree } from './paste/read-dom-tree';
import { treeToDocument } from './paste/tree-to-document';

/**
 * For the editor's `transformPastedHTML`. What the editor itself copied (`data-pm-slice`) needs no cleaning: its schema
 * reads it.
 * @param parsed `new DOMParser().parseFromString(html, 'text/html')`, which runs and loads nothing
 * @throws Refusal `text-too-long`: the editor says so and keeps what was there
 */
export function cleanPastedHtml(parsed: DomNode): string {
  return documentToHtml(treeToDocument(readDomTree(parsed)));
}
