// Where the embedded server keeps its data: below the project, or elsewhere when the server's user cannot get there.
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { nativeFolder } from './binaries';
import { canEnter, type Identity, serverIdentity } from './identity';

export type Home = {
  folder: string;
  cluster: string;
  log: string;
  /** Remembers the port of the last time. */
  port: string;
  bin: (program: string) => string;
  password: string;
  identity: Identity;
};

/**
 * Prepares the folder of the embedded server.
 * As root in a clone that only root may enter, data and programs go to `/var/lib/raccordo/<hash of the clone>`:
 * the caller compares `folder` with what it asked for and says so.
 */
export function prepareHome(dataFolder: string): Home {
  const identity = serverIdentity();
  const native = nativeFolder();
  mkdirSync(dataFolder, { recursive: true });
  const reachable = canEnter(identity, dataFolder) && canEnter(identity, native);
  const folder = reachable ? path.resolve(dataFolder) : elsewhere(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if ('uid' in identity) chownSync(folder, identity.uid, identity.gid);
  const programs = reachable ? native : copyOnce(native, path.join(folder, 'native'));
  return {
    folder,
    cluster: path.join(folder, 'postgres'),
    log: path.join(folder, 'postgres.log'),
    port: path.join(folder, 'postgres.port'),
    bin: (program) => path.join(programs, 'bin', program),
    password: passwordIn(dataFolder),
    identity,
  };
}

function elsewhere(dataFolder: string): string {
  const hash = createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 12);
  return path.join('/var/lib/raccordo', hash);
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  rmSync(`${to}.new`, { recursive: true, force: true });
  cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${to}.new`, to);
  return to;
}

function passwordIn(dataFolder: string): string {
  const place = path.join(dataFolder, 'postgres.password');
  if (!existsSync(place)) {
    writeFileSync(`${place}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${place}.new`, place);
  }
  return readFileSync(place, 'utf8').trim();
}
