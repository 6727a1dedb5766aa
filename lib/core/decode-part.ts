// One part of an address as it was meant, even when a lone `%` stands in it.

/** @returns the decoded part, or the part itself where it is not encoded */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
