// As whom PostgreSQL runs: it refuses to run as root, so root lends it a user without rights.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Empty for an ordinary user; for root the ids the server is started with. */
export type Identity = { uid: number; gid: number } | Record<string, never>;

const userName = 'postgres';

/** Finds or, as root, creates the user `postgres`. */
export function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const known = lookUp();
  if (known) return known;
  createUser();
  const made = lookUp();
  if (!made) throw new Error(`Started as root, but the user "${userName}" could not be created.`);
  return made;
}

function lookUp(): Identity | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${userName}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createUser(): void {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', userName]],
    ['adduser', ['-S', '-D', '-H', userName]],
  ];
  for (const [program, args] of ways) {
    try {
      execFileSync(program, args, { stdio: 'ignore' });
      return;
    } catch {
      // The next way is tried: Debian has useradd, Alpine only BusyBox's adduser.
    }
  }
}

/** Whether `identity` can reach `folder`: every folder above must let it through. */
export function canEnter(identity: Identity, folder: string): boolean {
  if (!('uid' in identity)) return true;
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat && !passes(stat, identity)) return false;
    if (place === path.dirname(place)) return true;
  }
}

function passes(stat: { mode: number; uid: number; gid: number }, identity: Identity): boolean {
  if (stat.uid === identity.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === identity.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
