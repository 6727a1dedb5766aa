// Whether mail for an address is ours to take: an area's, a signed one of a copy, the postmaster's, the site's own (MAIL.md E05).
import { eq } from 'drizzle-orm';
import { area } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { mailDomain } from '../tokens/mail-domain';
import { addressPrefixes, type TokenUse } from '../tokens/model';
import { readSignedId } from '../tokens/read-signed-id';

/** @param address in any case; anything that was not signed here is unknown, so that nobody finds one by trying */
export async function isRecipient({ db }: Pick<Context, 'db'>, address: string): Promise<boolean> {
  const wanted = address.toLowerCase();
  const { mailFrom } = env();
  const [local = '', domain = ''] = wanted.split('@');
  const isOurs = domain === mailDomain();
  if (wanted === mailFrom.toLowerCase() || (isOurs && (local === 'postmaster' || isSigned(local))))
    return true;
  const [found] = await db.select({ id: area.id }).from(area).where(eq(area.postingAddress, wanted));
  return found !== undefined;
}

function isSigned(local: string): boolean {
  return Object.entries(addressPrefixes).some(
    ([use, prefix]) =>
      local.startsWith(prefix) && readSignedId(use as TokenUse, local.slice(prefix.length)) !== null,
  );
}
