// Begins the process that reads files, with no more memory than a file of the house can want. A thread will not do: its
// limits hold for objects, not for the bytes that a page of a PDF unpacks to.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';

const objectsMegabytes = 256;
/** Of everything it holds, in kilobytes; what asks the system for more is refused and falls. */
const mostKilobytes = 768 * 1024;
const limits = `ulimit -c 0; ulimit -d ${mostKilobytes}; exec "$0" "$@"`;

export type Reader = {
  child: ChildProcess;
  /** Aborted when the process has ended. */
  gone: AbortSignal;
};

/**
 * It keeps no process alive, and of the settings it is told none: what a file makes it do finds no secrets there. Where the
 * system sets no such limits (Windows; macOS ignores them) only its objects are bounded.
 */
export function beginReader(): Reader {
  const script = path.resolve('lib/platform/files/text/reader.ts');
  const line = [
    process.execPath,
    ...[`--max-old-space-size=${objectsMegabytes}`, '--import', 'tsx', script],
  ] as const;
  const { PATH, TMPDIR, SystemRoot, TEMP } = process.env;
  const options: SpawnOptions = {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH, TMPDIR, SystemRoot, TEMP } as unknown as NodeJS.ProcessEnv,
  };
  const [program, ...args] = line;
  const child =
    process.platform === 'win32'
      ? spawn(program, args, options)
      : spawn('/bin/sh', ['-c', limits, ...line], options);
  const ended = new AbortController();
  for (const end of ['error', 'exit']) child.on(end, () => ended.abort());
  child.unref();
  child.channel?.unref();
  return { child, gone: ended.signal };
}
