// The small pattern language of the walls: `**` any depth, `*` one name, `<domain>` a room of the trade.

/** Folders below `lib` that are not rooms of the trade. */
export const foundations = ['auth', 'core', 'platform', 'testing', 'text', 'web'] as const;

const domainName = `(?!(?:${foundations.join('|')})/)[a-z][a-z0-9-]*`;
const compiled = new Map<string, RegExp>();

/** @returns whether the path, or a target such as `npm:react`, fits one of the patterns */
export function fits(path: string, patterns: readonly string[] = []): boolean {
  return patterns.some((pattern) => expression(pattern).test(path));
}

function expression(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .split(/(<domain>|\*\*\/|\*\*|\*)/)
    .map(piece)
    .join('');
  const made = new RegExp(`^${source}$`);
  compiled.set(pattern, made);
  return made;
}

function piece(part: string): string {
  if (part === '<domain>') return domainName;
  if (part === '**/') return '(?:.*/)?';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/** @returns the room of the trade a path stands in, if it does */
export function domainOf(path: string): string | undefined {
  const name = /^lib\/([^/]+)\//.exec(path)?.[1];
  return name !== undefined && !(foundations as readonly string[]).includes(name) ? name : undefined;
}
