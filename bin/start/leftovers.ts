// What an earlier start left behind: recognised by its process id *and* its command line, then ended.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const graceMs = 5_000;

/** Remembers a process, so that the next start can find it should this one be killed. */
export function remember(folder: string, name: string, pid: number, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ pid, script }));
}

/** For a process that ended as it should. */
export function forget(folder: string, name: string): void {
  rmSync(path.join(folder, `${name}.json`), { force: true });
}

/** The process id of a remembered process that still runs the remembered script. */
export function findRunning(folder: string, name: string): number | undefined {
  const place = path.join(folder, `${name}.json`);
  if (!existsSync(place)) return undefined;
  try {
    const { pid, script } = JSON.parse(readFileSync(place, 'utf8'));
    // In a container every start has the same process ids: a remembered one may be this very process.
    if (pid === process.pid || !commandLine(pid).includes(script)) return undefined;
    return runsHere(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Ends every remembered process but `except`; returns the names of those that were still running. */
export async function endLeftovers(folder: string, except: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const ended: string[] = [];
  for (const entry of readdirSync(folder)) {
    const name = entry.replace(/\.json$/, '');
    if (name === except) continue;
    const pid = findRunning(folder, name);
    if (pid !== undefined) {
      await end(pid);
      ended.push(name);
    }
    forget(folder, name);
  }
  return ended;
}

async function end(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  for (const until = Date.now() + graceMs; Date.now() < until; ) {
    if (!commandLine(pid)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  signal(pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in the meantime: nothing left to end.
  }
}

/** Another clone's process may have got the id of one of ours. Told on Linux alone; elsewhere it is believed. */
function runsHere(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === process.cwd();
  } catch {
    return false;
  }
}

/** Empty when there is no such process. */
function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
