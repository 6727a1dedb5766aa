// Blocks of `Name: value` lines, as reports hold them: one about the message, then one for each recipient (RFC 3464 §2).

/** Names in lower case; folded lines are joined; of a name said twice the first counts. */
export function readFields(text: string): Map<string, string>[] {
  return text.split(/\n[ \t]*\n/).map((block) => {
    const fields = new Map<string, string>();
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).trim().toLowerCase();
      if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    }
    return fields;
  });
}
