// Acts with their files, for whoever may see them: the secretariat, the organisation's own people, the holder of the link.
import { asc, desc, eq } from 'drizzle-orm';
import { application, file, resolution, resolutionFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { hashWord } from '../applying/model';
import { mayReadHistory } from '../policy';
import type { ActFile, ActView } from './model';

/** @param word of an application's link that has this act @throws Refusal `not-found`, `not-allowed` */
export async function findAct(
  ctx: Context,
  resolutionId: string,
  word: string | null = null,
): Promise<ActView> {
  const [found] = await ctx.db.select().from(resolution).where(eq(resolution.id, resolutionId));
  if (!found) throw new Refusal('not-found', 'act-not-found');
  const of = await findApplicationOf(ctx, resolutionId);
  if (word === null || of?.tokenHash !== hashWord(word))
    demand(mayReadHistory(ctx.actor, found.organizationId));
  const { createdAt: _, ...shown } = found;
  return { ...shown, files: await listFiles(ctx, resolutionId, of?.sentAt ?? null) };
}

async function findApplicationOf({ db }: Context, resolutionId: string) {
  const [found] = await db
    .select({ tokenHash: application.tokenHash, sentAt: application.sentAt })
    .from(application)
    .where(eq(application.resolutionId, resolutionId))
    .orderBy(desc(application.openedAt))
    .limit(1);
  return found;
}

async function listFiles({ db }: Context, resolutionId: string, sentAt: Date | null): Promise<ActFile[]> {
  const { id, number, name, sha256, signature, declaredSigner, createdAt } = resolutionFile;
  const rows = await db
    .select({
      ...{ id, number, name, sha256, signature, declaredSigner, addedAt: createdAt },
      ...{ size: file.size, pages: file.pages, mediaType: file.mediaType },
    })
    .from(resolutionFile)
    .innerJoin(file, eq(file.sha256, resolutionFile.sha256))
    .where(eq(resolutionFile.resolutionId, resolutionId))
    .orderBy(asc(number));
  return rows.map((row) => ({ ...row, isNew: sentAt === null || row.addedAt > sentAt }));
}

/** One file, for sending it. @throws Refusal `not-found`, `not-allowed` */
export async function findActFile(
  ctx: Context,
  fileId: string,
  word: string | null = null,
): Promise<ActFile> {
  const known = isId(fileId)
    ? await ctx.db
        .select({ resolutionId: resolutionFile.resolutionId })
        .from(resolutionFile)
        .where(eq(resolutionFile.id, fileId))
    : [];
  const [row] = known;
  if (!row) throw new Refusal('not-found', 'file-not-found');
  const act = await findAct(ctx, row.resolutionId, word);
  const found = act.files.find(({ id }) => id === fileId);
  if (!found) throw new Refusal('not-found', 'file-not-found');
  return found;
}
