// Takes the detour out of a pasted link: mail filters and search pages wrap the address one meant.
import { linkAddress } from '../link-address';

const detours = [
  { host: /\.safelinks\.protection\.outlook\.com$/, parameter: 'url' },
  { host: /^www\.google\.[a-z.]{2,6}$/, parameter: 'q' },
];

/** @returns an allowed address, or undefined when only the words may stay */
export function pastedLink(href: string | undefined): string | undefined {
  const address = linkAddress(href);
  if (address === undefined || !URL.canParse(address)) return address;
  const { hostname, searchParams, pathname } = new URL(address);
  const detour = detours.find(({ host }) => host.test(hostname));
  if (detour === undefined || (detour.parameter === 'q' && pathname !== '/url')) return address;
  return linkAddress(searchParams.get(detour.parameter));
}
