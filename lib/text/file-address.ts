// Decides what an image in a text may show: a file of ours, which keeps its address from the draft to the post.

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ours = new RegExp(`^/api/files/${uuid}$`);

/** @returns the address, or undefined when it is not one of ours */
export function fileAddress(given: unknown): string | undefined {
  return typeof given === 'string' && ours.test(given) ? given : undefined;
}
