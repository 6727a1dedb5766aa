// Turns a title into the readable tail of an address: it decorates, the number before it decides.

const longest = 60;

/** Lower-case ASCII words joined by `-`, at most 60 characters, never empty. */
export function makeSlug(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain || 'discussione';
}
