// Runs a mail program to its end and hands back what it said.
import { spawn } from 'node:child_process';

const withinMs = 30_000;

/** @throws Error with what the program said, where it fails or does not end */
export function runProgram(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { timeout: withinMs, env: { ...process.env, TERM: 'dumb' } });
    const said: string[] = [];
    child.stdout.on('data', (text) => said.push(String(text)));
    child.stderr.on('data', (text) => said.push(String(text)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said.join(''));
      else reject(new Error(`${program} ended with ${code}:\n${said.join('')}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
