// One line on the screen per step of the start, with its time.

/** Runs `work`, prints its name with the seconds it took and what it answered; an error ends the start. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  note: (result: T) => string = () => '',
): Promise<T> {
  const begun = performance.now();
  const result = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const remark = note(result);
  say(`✓ ${name} ${seconds} s${remark ? ` (${remark})` : ''}`);
  return result;
}

/** A line for whoever watches the start. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ends the start with one sentence. */
export function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
