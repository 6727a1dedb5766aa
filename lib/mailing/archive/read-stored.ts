// The bytes of one mail of the archive, by their place in the file.
import type { FileHandle } from 'node:fs/promises';
import type { SurveyedMail } from '../model';
import { readMessage } from './read-message';

/** @throws Error when the file has become shorter since the first pass */
export async function readStored(
  file: FileHandle,
  { offset, length }: Pick<SurveyedMail, 'offset' | 'length'>,
): Promise<Uint8Array> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  if (bytesRead !== length) throw new Error('The archive changed while it was being read.');
  return readMessage(buffer);
}
