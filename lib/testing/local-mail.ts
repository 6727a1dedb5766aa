// A real SMTP server for a test file: what the code under test sends lands in a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { startCatcher } from '@/lib/platform/mail/catcher';
import { closeTransport } from '@/lib/platform/mail/open-transport';

/** Call at the top of a test file, before settings are first read. @returns the folder the mails land in */
export async function localMail(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'posta-'));
  const catcher = await startCatcher(folder);
  process.env.SMTP_URL = catcher.url;
  afterAll(async () => {
    closeTransport();
    await catcher.stop();
    await rm(folder, { recursive: true });
  });
  return folder;
}
