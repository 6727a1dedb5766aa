// `raccordo mail trim`: shows what trimming makes of a text, or of many, one JSON object a line. No database is asked.
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { trimMail } from '@/lib/mailing/trimming/trim-mail';

const notUnderstood = 2;
const notRead = 3;

const inputLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().nullish(),
  html: z.string().nullish(),
  subject: z.string().optional(),
});

/**
 * @param args nothing: all that comes in is one text; or `--ndjson`: each line `{id, text}` or `{id, html}`
 * @returns the exit code: 0 done, 2 not understood, 3 where a line was broken; the others are answered all the same
 */
export async function trim(args: readonly string[]): Promise<number> {
  const [flag, ...rest] = args;
  if (rest.length > 0 || (flag !== undefined && flag !== '--ndjson')) return notUnderstood;
  return flag === undefined ? trimOne() : trimLines();
}

async function trimOne(): Promise<number> {
  print(trimMail({ text: await readAll(process.stdin) }));
  return 0;
}

async function trimLines(): Promise<number> {
  let exit = 0;
  for (const [index, line] of (await readAll(process.stdin)).split('\n').entries()) {
    const problem = line.trim() === '' ? null : answerLine(line);
    if (!problem) continue;
    process.stderr.write(`Line ${index + 1} ${problem}\n`);
    exit = notRead;
  }
  return exit;
}

/** @returns what is wrong with the line, or null when it was answered */
function answerLine(line: string): string | null {
  const read = parseJson(line);
  if (read === undefined) return 'is not JSON.';
  const { data } = inputLine.safeParse(read);
  if (!data || (data.text == null && data.html == null)) return 'has no id with a text or html beside it.';
  print({ id: data.id, ...trimMail(data) });
  return null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function print(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
