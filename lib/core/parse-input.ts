// The first step of every deed: what came in is what the deed expects, or a refusal that names the field.
import type { z } from 'zod';
import { Refusal } from './refusal';

/**
 * Schemas give their messages as reason keys of `messages/<language>/refusals.json`; any other message means `invalid`.
 * @throws Refusal `invalid` with the first field at fault
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const reason = issue && /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : 'invalid';
  throw new Refusal('invalid', reason, issue?.path.join('.') || undefined);
}
