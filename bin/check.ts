// The fast check for every commit: format and lint, types, and the rules of the house. `npm run check`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkHouse } from '../lib/testing/house/check-house';
import type { Finding } from '../lib/testing/house/modules';
import { readTree } from '../lib/testing/house/read-modules';

const root = path.resolve(import.meta.dirname, '..');

type Outcome = { ok: boolean; details: string };

function run(command: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules/.bin', command), args, { cwd: root });
    let details = '';
    const collect = (piece: Buffer) => {
      details += piece;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ ok: false, details: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, details: details.trim() }));
  });
}

async function house(): Promise<Outcome> {
  const findings = checkHouse(readTree(root));
  return { ok: findings.length === 0, details: grouped(findings) };
}

function grouped(findings: Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules
    .map((rule) => {
      const those = findings.filter((each) => each.rule === rule);
      return [
        `${rule} (${those.length})`,
        ...those.map((each) => `  ${each.file}:${each.line} ${each.message}`),
      ];
    })
    .map((lines) => lines.join('\n'))
    .join('\n');
}

async function step(name: string, work: () => Promise<Outcome>): Promise<boolean> {
  const start = performance.now();
  const { ok, details } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(details);
  return ok;
}

const results = await Promise.all([
  step('format and lint', () => run('biome', ['check', '.'])),
  step('types', () => run('tsc', ['--noEmit', '-p', 'lib/testing/tsconfig.json'])),
  step('the house', house),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
