// Parts the words of a plain mail's writer from what the mail repeats or appends. Nothing is lost: the rest is shown folded (MAIL.md E40–E46, E49).
import type { TrimmedReply } from './model';
import { partText } from './part-text';

/**
 * @param text plain text of a mail
 * @param forwarded its subject says that it passes a message on: then that message stays, as a quote (E45)
 */
export function trimReply(text: string, { forwarded = false } = {}): TrimmedReply {
  return partText(text, { forwarded, signed: false });
}
