// Reads one line of a table of old addresses.

import { formerPath } from '@/lib/forum/model';

const archiveRoots = ['/pipermail/', '/mailman/', '/archives/', '/hyperkitty/'];

export type OldAddress = { path: string; messageId: string } | { reason: 'no-message-id' | 'foreign-path' };

/** Only paths of known archive programs: any other would take an address away from the site itself. */
export function readOldAddress(line: string): OldAddress {
  const columns = /^\s*"?([^,;"]+)"?\s*[,;]\s*"?\s*<?([^<>"\s]+@[^<>"\s]+?)>?"?\s*$/.exec(line);
  if (!columns) return { reason: 'no-message-id' };
  const [, address = '', messageId = ''] = columns;
  const path = pathOf(address.trim());
  return archiveRoots.some((root) => path.startsWith(root))
    ? { path, messageId }
    : { reason: 'foreign-path' };
}

/** Host and query are dropped: the old host now leads here, and archives had no queries. */
function pathOf(address: string): string {
  const base = 'http://archive.invalid';
  return URL.canParse(address, base) ? formerPath(new URL(address, base).pathname) : '';
}
