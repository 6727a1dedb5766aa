// Makes the demonstration world once: its rows, its mailing-list archive through the ordinary import, its last touches.
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { connect, type Database } from '@/db/client';
import { demoKey, finishDemo, type PublicThread } from '@/db/demo/finish-demo';
import { loadRows } from '@/db/demo/load-rows';
import novita from '@/db/demo/novita.json';
import { setting } from '@/db/schema';
import { importArchive } from '@/lib/mailing/archive/import-archive';
import { documentToHtml } from '@/lib/text/document-to-html';
import { documentToText } from '@/lib/text/document-to-text';
import { textToDocument } from '@/lib/text/text-to-document';

const archive = path.resolve(import.meta.dirname, '../db/demo/archivio.mbox');
const connections = 2;

/**
 * Does nothing where the world is there; finishes it where an earlier start was killed half-way.
 * @param report told how far the import of the archive is, from 0 to 1
 * @returns what was done, in a few words
 */
export async function ensureDemo(
  url: string,
  filesDir: string,
  report?: (share: number) => void,
): Promise<string> {
  const { db, close } = connect(url, connections);
  try {
    if (await isLoaded(db)) return 'as it was';
    await loadRows(db);
    const ctx = { db, actor: { kind: 'system', name: 'demo' } as const, now: new Date() };
    const { imported, threads } = await importArchive(
      ctx,
      { file: archive, holdStrangers: true },
      { filesDir, report },
    );
    await finishDemo(db, novita.map(publicThread));
    return `${imported} messages in ${threads} threads`;
  } finally {
    await close();
  }
}

async function isLoaded(db: Database): Promise<boolean> {
  const found = await db.select({ key: setting.key }).from(setting).where(eq(setting.key, demoKey));
  return found.length > 0;
}

function publicThread({ slug, title, at, text }: (typeof novita)[number]): PublicThread {
  const body = textToDocument(text);
  return { slug, title, at: new Date(at), body, html: documentToHtml(body), text: documentToText(body) };
}
