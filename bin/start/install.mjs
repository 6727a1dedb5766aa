// Installs what the lock file says, once per lock file, before anything else can run.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mendDriver } from './mend-driver.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const marker = path.join(root, 'node_modules', '.raccordo-lock');
const needed = [20, 9];
const mostTries = 3;
const pauseMs = 3_000;

/** What is installed is also mended, each time: an installation may be older than the mend. */
export async function install() {
  demandNode();
  await installOnce();
  mendDriver();
}

/** The marker is written last: an installation killed half-way has none and is done again. */
async function installOnce() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  const begun = Date.now();
  process.stdout.write('· installing the libraries named in package-lock.json …\n');
  await installFresh();
  writeFileSync(marker, lock);
  process.stdout.write(`✓ libraries ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  process.stderr.write(
    `Raccordo needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/**
 * An installation that was killed may have left halves, and for some seconds even a process that still writes them:
 * what is there is taken away before each further try.
 */
async function installFresh() {
  for (let tries = 1; tries <= mostTries; tries++) {
    if ((await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) === 0) return;
    if (tries === mostTries) break;
    process.stdout.write('· trying again from nothing …\n');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    rmSync(path.join(root, 'node_modules'), {
      recursive: true,
      force: true,
      maxRetries: 10,
      retryDelay: 500,
    });
  }
  process.stderr.write('The libraries could not be installed: see the lines above.\n');
  process.exit(1);
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} npm's exit code
 */
function npm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
