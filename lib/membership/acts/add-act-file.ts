// Lays a file beside the act: kept byte for byte under its SHA-256, judged by its bytes before.
import { count, eq, max } from 'drizzle-orm';
import { application, file, resolutionFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { sha256, storeContent } from '@/lib/platform/files/store';
import { type ActPlace, findWritable } from './find-writable';
import { judgeActFile } from './judge-act-file';
import { mostActFiles, signerInput } from './model';

export type GivenFile = { name: string; bytes: Uint8Array; signer: string };

const longestName = 200;

/**
 * @param filesDir where contents lie
 * @throws Refusal as `findWritable`; `invalid` (`act-missing`, `act-file-…`) and `too-many` on field `file`
 */
export async function addActFile(
  ctx: Context,
  place: ActPlace,
  { name, bytes, signer }: GivenFile,
  filesDir: string,
): Promise<string> {
  const { id: applicationId, resolutionId } = await findWritable(ctx, place);
  if (!resolutionId) throw new Refusal('invalid', 'act-missing', 'file');
  const declaredSigner = parseInput(signerInput, signer) || null;
  const judged = judgeActFile(bytes, name, await mediaTypeOf(bytes, name));
  if (judged.wrong !== null) throw new Refusal('invalid', judged.wrong, 'file');
  const { signature, mediaType } = judged;
  const hash = sha256(bytes);
  return ctx.db.transaction(async (db) => {
    await db.update(application).set({ changedAt: ctx.now }).where(eq(application.id, applicationId));
    const [there] = await db
      .select({ files: count(), last: max(resolutionFile.number) })
      .from(resolutionFile)
      .where(eq(resolutionFile.resolutionId, resolutionId));
    if ((there?.files ?? 0) >= mostActFiles) throw new Refusal('too-many', 'act-files-full', 'file');
    await storeContent(filesDir, bytes);
    await db.insert(file).values({ sha256: hash, size: bytes.length, mediaType }).onConflictDoNothing();
    const id = newId();
    await db.insert(resolutionFile).values({
      ...{ id, resolutionId, number: (there?.last ?? 0) + 1, sha256: hash, signature, declaredSigner },
      ...{ name: name.slice(-longestName), createdAt: ctx.now },
    });
    await record(
      { ...ctx, db },
      { act: 'membership.add-act-file', subject: `resolution:${resolutionId}`, detail: { sha256: hash } },
    );
    return id;
  });
}
