// Whether a browser asks for a page as such: what its scripts ask for is added to a page that stands already.
import { headers } from 'next/headers';

/** Written by the server in front: Next hides from pages what its scripts ask. */
const wholeHeader = 'x-whole-page';

export async function isWholePage(): Promise<boolean> {
  return (await headers()).get(wholeHeader) === '1';
}
