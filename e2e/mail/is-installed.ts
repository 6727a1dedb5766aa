// Whether a program that a test wants is on this machine; where it is not, the test says so and is skipped.
import { spawnSync } from 'node:child_process';

/** @param program a name, or a path for what stands outside PATH */
export function isInstalled(program: string): boolean {
  const found = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program], { encoding: 'utf8' });
  if (found.status === 0) return true;
  process.stdout.write(`Skipped: ${program} is not installed on this machine.\n`);
  return false;
}
