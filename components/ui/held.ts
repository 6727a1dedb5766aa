// Where one of React's two passes over a page puts HTML aside for the other: both run in one process, one after the other.

/** On the global object, because Next gives each pass a copy of every module. */
const house = globalThis as { raccordoHeld?: { texts: Map<string, string>; count: number } };
/** Many more than pages are under way at one time; a pass that failed takes nothing. */
const mostHeld = 500;

function held() {
  house.raccordoHeld ??= { texts: new Map(), count: 0 };
  return house.raccordoHeld;
}

/** @returns an id unlike any other of this process, by which the second pass finds the text */
export function hold(text: string): string {
  const { texts } = held();
  const id = `parte-${(held().count++).toString(36)}`;
  texts.set(id, text);
  const [oldest] = texts.keys();
  if (texts.size > mostHeld && oldest !== undefined) texts.delete(oldest);
  return id;
}

/** Left where it is, since React may begin a part of a page anew. Empty for an id nobody knows. */
export function takeHeld(id: string): string {
  return held().texts.get(id) ?? '';
}
