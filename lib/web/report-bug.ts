// What nobody foresaw: written to the log with an id that the person sees too, so that the two can be matched.
import { randomUUID } from 'node:crypto';

/** @returns the correlation id to show */
export function reportBug(error: unknown): string {
  const correlation = randomUUID().slice(0, 8);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), correlation, error: text })}\n`);
  return correlation;
}
