// The production build: made when it is older than its sources, aside, and renamed into place when whole.
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const current = '.next';
const aside = '.build-next';
const former = '.build-former';
const sources = [
  'app',
  'components',
  'db',
  'lib',
  'messages',
  'public',
  'next.config.js',
  'package-lock.json',
];

/** @returns whether a build was needed */
export async function ensureBuild(dataDir: string): Promise<boolean> {
  rmSync(aside, { recursive: true, force: true });
  restoreFormer();
  if (await isFresh()) return false;
  await build(path.join(dataDir, 'build.log'));
  if (existsSync(current)) renameSync(current, former);
  renameSync(aside, current);
  rmSync(former, { recursive: true, force: true });
  return true;
}

/** Killed between the two renames: the former build is still a whole one. */
function restoreFormer(): void {
  if (!existsSync(former)) return;
  if (existsSync(path.join(current, 'BUILD_ID'))) rmSync(former, { recursive: true, force: true });
  else renameSync(former, current);
}

async function isFresh(): Promise<boolean> {
  const built = statSync(path.join(current, 'BUILD_ID'), { throwIfNoEntry: false });
  if (!built) return false;
  const times = await Promise.all(sources.map(newestIn));
  return Math.max(...times) <= built.mtimeMs;
}

/** The newest modification below a place, folders included, so that a removed file counts too. */
async function newestIn(place: string): Promise<number> {
  const found = await stat(place);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(place);
  const times = await Promise.all(names.map((name) => newestIn(path.join(place, name))));
  return Math.max(found.mtimeMs, ...times);
}

function build(logPlace: string): Promise<void> {
  mkdirSync(path.dirname(logPlace), { recursive: true });
  const log = createWriteStream(logPlace);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        RACCORDO_BUILD_DIR: aside,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('close', (code) => {
      log.end(() => {
        if (code === 0) return resolve();
        reject(new Error(`The build failed:\n${readFileSync(logPlace, 'utf8').slice(-4000)}`));
      });
    });
  });
}
