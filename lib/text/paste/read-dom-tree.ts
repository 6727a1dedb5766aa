// Reads what the parser of a browser made of HTML into the light tree: the browser has one, so none is sent to it.
import { appendWords, deepestElement, type Element, isDropped } from './html-tree';

/** What is needed of a node of the DOM. */
export type DomNode = {
  nodeType: number;
  tagName?: string;
  nodeValue?: string | null;
  childNodes?: ArrayLike<DomNode>;
  attributes?: ArrayLike<{ name: string; value: string }>;
};

const elementNode = 1;
const textNode = 3;

/** @returns an element named `body` that holds everything; without recursion, a page may be deep */
export function readDomTree(document: DomNode): Element {
  const body: Element = { name: 'body', attributes: {}, children: [] };
  const waiting = Array.from(document.childNodes ?? [], (node) => ({
    node,
    parent: body,
    depth: 1,
  })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next;
    if (node.nodeType === textNode) appendWords(parent, node.nodeValue ?? '');
    const name = node.nodeType === elementNode ? (node.tagName ?? '').toLowerCase() : '';
    if (name === '' || isDropped(name)) continue;
    const element = depth > deepestElement ? parent : elementOf(name, node);
    if (element !== parent) parent.children.push(element);
    const inner = Array.from(node.childNodes ?? [], (child) => ({
      node: child,
      parent: element,
      depth: depth + 1,
    }));
    for (const child of inner.reverse()) waiting.push(child);
  }
  return body;
}

function elementOf(name: string, node: DomNode): Element {
  const attributes = Object.fromEntries(
    Array.from(node.attributes ?? [], (attribute) => [attribute.name, attribute.value]),
  );
  return { name, attributes, children: [] };
}
