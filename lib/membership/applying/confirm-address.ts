// The button behind the mailed link: opens the application of a commune, or leads back into the one it has.
import { eq } from 'drizzle-orm';
import { application, organization } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { record } from '@/lib/platform/audit/record';
import { findCommune } from '@/lib/registry/queries';
import { findOpenApplication } from '../find-open-application';
import { writeStep } from '../write-step';
import { findOrganizationOf } from './find-organization-of';
import { hashWord, makeWord } from './model';
import { openLink } from './open-link';

/**
 * Confirming again is safe: the same address comes back into the same application by the same link. Another address is told
 * that one is open; of two at once the second waits for the first at the row of the commune.
 * @returns the word of the application's link
 * @throws Refusal `gone`, `not-found`, `conflict` (`commune-is-member`, `application-open-elsewhere`)
 */
export async function confirmAddress(ctx: Context, sealed: string): Promise<string> {
  const link = openLink(sealed, ctx.now);
  if (link.for !== 'application') throw new Refusal('not-found', 'confirmation-unknown');
  const { communeId, email } = link;
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const organizationId = await holdOrganization(tx, communeId);
    const open = await findOpenApplication(tx, organizationId);
    if (open && open.email !== email) throw new Refusal('conflict', 'application-open-elsewhere');
    if (open) {
      await db.update(application).set({ changedAt: ctx.now }).where(eq(application.id, open.id));
      return makeWord(open.id, env().authSecret);
    }
    const id = newId();
    const word = makeWord(id, env().authSecret);
    const opened = { openedAt: ctx.now, changedAt: ctx.now, tokenHash: hashWord(word) };
    await db.insert(application).values({ id, organizationId, purpose: 'join', email, ...opened });
    await writeStep(tx, { organizationId, deed: 'request', hasLink: true, applicationId: id });
    await record(tx, { act: 'membership.confirm-address', subject: `application:${id}` });
    return word;
  });
}

/** The organisation a commune is, made where it is none yet, and locked. */
async function holdOrganization(ctx: Context, communeId: string): Promise<string> {
  const { db, now } = ctx;
  const commune = await findCommune(ctx, communeId);
  const known = await findOrganizationOf(ctx, commune);
  if (known) {
    await db.update(organization).set({ communeId }).where(eq(organization.id, known.id));
  } else {
    const { name, province, istatCode, belfioreCode } = commune;
    const slug = await freeSlug(ctx, name, province);
    const status = 'applicant' as const;
    await db
      .insert(organization)
      .values({
        ...{ slug, name: `Comune di ${name}`, kind: 'commune', status },
        ...{ province, istatCode, belfioreCode, communeId, createdAt: now },
      })
      .onConflictDoNothing();
  }
  const [held] = await db
    .select({ id: organization.id, status: organization.status })
    .from(organization)
    .where(eq(organization.communeId, communeId))
    .for('update');
  if (!held) throw new Refusal('conflict', 'application-open-elsewhere');
  if (held.status === 'member' || held.status === 'suspended')
    throw new Refusal('conflict', 'commune-is-member');
  return held.id;
}

/** Communes of one name are told apart by their province. */
async function freeSlug({ db }: Context, name: string, province: string): Promise<string> {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const [taken] = await db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.slug, plain));
  return taken ? `${plain}-${province.toLowerCase()}` : plain;
}
