// An applicant for tests: a commune of the registry, its confirmed address, and the act it files.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { commune, communeCode, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { env } from '@/lib/env';
import { addActFile } from '@/lib/membership/acts/add-act-file';
import { saveAct } from '@/lib/membership/acts/save-act';
import { sendAct } from '@/lib/membership/acts/send-act';
import { confirmAddress } from '@/lib/membership/applying/confirm-address';
import { linkPurpose } from '@/lib/membership/applying/model';
import { saveContact } from '@/lib/membership/applying/save-contact';

/** @returns the commune's id */
export async function plantCommune(
  { db }: Context,
  name: string,
  belfioreCode: string,
  province = 'MI',
): Promise<string> {
  const id = newId();
  await db.insert(commune).values({ id });
  await db
    .insert(communeCode)
    .values({ communeId: id, name, province, istatCode: null, belfioreCode, startedOn: '1900-01-01' });
  return id;
}

/** The link of the mail that confirms this address. */
export function linkFor(ctx: Context, communeId: string, communeName: string, email: string): string {
  const until = ctx.now.getTime() + 60_000;
  const link = { for: 'application', communeId, communeName, email, locale: 'it', until };
  return seal(JSON.stringify(link), linkPurpose, env().authSecret);
}

export const contact = {
  contactName: 'Ines Marelli',
  contactOffice: 'Servizi demografici',
  contactPhone: '02 5555 0101',
  referentName: 'Ugo Tessari',
  referentEmail: 'ugo.tessari@vimodrone.example',
  referentPhone: '',
  organ: 'giunta',
} as const;

export const act = {
  organ: 'giunta',
  number: '118',
  sessionOn: '2026-11-12',
  subject: 'Adesione al Coordinamento degli Uffici Stranieri',
  publishedFrom: '2026-11-13',
  publishedTo: '2026-11-28',
  enforceableOn: '2026-11-23',
  isEnforceabilityConfirmed: 'on',
  protocolNumber: '',
  protocolOn: '',
  registerUrl: '',
};

/** A PDF of one page, as small as one can be. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Confirmed, with contact and referent. @returns the word of its link */
export async function plantApplication(ctx: Context, communeId: string, name: string): Promise<string> {
  const word = await confirmAddress(
    ctx,
    linkFor(ctx, communeId, name, `protocollo@${name.toLowerCase()}.example`),
  );
  await saveContact(ctx, word, contact);
  return word;
}

/** A folder of its own for contents. */
export const filesDir = mkdtempSync(path.join(os.tmpdir(), 'raccordo-adhesion-'));

/** The act written down, its file laid beside it, sent. */
export async function fileAct(ctx: Context, word: string): Promise<void> {
  await saveAct(ctx, { word }, act);
  await addActFile(ctx, { word }, { name: 'delibera.pdf', bytes: pdf, signer: '' }, filesDir);
  await sendAct(ctx, { word });
}

/** What the commune is in the network. */
export async function organizationOf({ db }: Context, communeId: string) {
  const [found] = await db.select().from(organization).where(eq(organization.communeId, communeId));
  if (!found) throw new Error('this commune has not applied');
  return found;
}
