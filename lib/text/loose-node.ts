// A node of a document before anyone has looked at it: every part may be missing or something else.

export type Loose = { type?: unknown; text?: unknown; attrs?: unknown; marks?: unknown; content?: unknown };

/** Anything that could be a node or a mark at all. */
export function isLoose(given: unknown): given is Loose {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** What stands inside, whatever else was put there left out. */
export function looseChildren(node: Loose): Loose[] {
  return Array.isArray(node.content) ? node.content.filter(isLoose) : [];
}

/** One attribute, of unknown kind. */
export function looseAttribute(node: Loose, name: string): unknown {
  return isLoose(node.attrs) ? (node.attrs as Record<string, unknown>)[name] : undefined;
}
