// The command line's door for refusals: one sentence, and an exit code that scripts can tell apart.
import { Refusal, type RefusalCode, type RefusalValues } from '@/lib/core/refusal';
import { messages } from '@/messages';

/** 1 is for bugs, 2 for what the command line did not understand. */
const exitCodes: Record<RefusalCode, number> = {
  invalid: 3,
  'not-found': 4,
  'not-allowed': 5,
  conflict: 6,
  gone: 7,
  'too-many': 8,
  unavailable: 9,
};

/** @throws whatever is no refusal: a bug is for whoever catches it last */
export function refusalExit(error: unknown): number {
  if (!(error instanceof Refusal)) throw error;
  const words: Record<string, string> = messages.en.refusals;
  const sentence = words[error.reason] ?? words.invalid ?? error.reason;
  process.stderr.write(`${fill(sentence, error.values)}\n`);
  return exitCodes[error.code];
}

/** Sentences of refusals leave room for plain numbers and names only: `{most}`. */
function fill(sentence: string, values: RefusalValues): string {
  return sentence.replace(/\{(\w+)\}/g, (room, name: string) => String(values[name] ?? room));
}
