// The words of a stored mail, for whoever decides about it.
import { parseMail } from './parse-mail';

/** Beyond this nobody reads on; the source has the rest. */
const longest = 20_000;

/** @returns null for what cannot be read as a mail */
export async function readWords(raw: Uint8Array, receivedAt: Date): Promise<string | null> {
  try {
    const { text } = await parseMail(raw, { receivedAt, now: receivedAt });
    return text.length > longest ? `${text.slice(0, longest)} …` : text;
  } catch {
    return null;
  }
}
