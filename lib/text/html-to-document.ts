// Makes a document of any HTML, on the server: what pages and programs hold, and our own rendering back again.
import { readHtmlTree } from './paste/read-html-tree';
import { treeToDocument } from './paste/tree-to-document';
import type { TextDocument } from './schema';

/** @throws Refusal `text-too-long` */
export function htmlToDocument(html: string): TextDocument {
  return treeToDocument(readHtmlTree(html));
}
