// The processes of a running Raccordo: started apart from the terminal, restarted when they fall, stopped together.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { forget, remember } from './leftovers';
import { say } from './steps';

/** `quiet`: only what goes wrong is shown. */
export type Child = {
  name: string;
  /** What runs the script; Node where nothing is named. Another program is given its arguments alone. */
  program?: string;
  /** Also how the process is recognised by its command line. */
  script: string;
  args: string[];
  env: Record<string, string>;
  quiet?: boolean;
  /** Where another program than Node writes what it says; each start of it begins anew. */
  log?: string;
};

const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Whoever ran this long was well: the next fall is a first one again. */
const steadyAfterMs = 10_000;
const stopWithinMs = 8_000;

/**
 * Starts children and keeps them running.
 * Each has its own process group, so that Ctrl-C reaches only the start script. Those of Node have an IPC channel, so that
 * they end by themselves when the start script is killed; other programs are ended by the next start.
 * @param folder where process ids are remembered
 */
export function supervise(folder: string) {
  const running = new Map<string, ChildProcess>();
  let stopping = false;

  function launch(child: Child, formerFalls = 0): void {
    const begun = performance.now();
    const started = begin(child);
    running.set(child.name, started);
    if (started.pid !== undefined) remember(folder, child.name, started.pid, child.script);
    started.once('exit', (code, signal) => {
      running.delete(child.name);
      if (stopping) return;
      const falls = performance.now() - begun < steadyAfterMs ? formerFalls + 1 : 1;
      const pause = pauseAfter(falls);
      say(`! ${child.name} ended (${signal ?? code}) and is started again in ${pause / 1000} s`);
      setTimeout(() => stopping || launch(child, falls), pause);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all([...running].map(([name, process]) => stopOne(folder, name, process)));
  }

  return { launch: (child: Child) => launch(child), stop, isStopping: () => stopping };
}

function begin(child: Child): ChildProcess {
  const env = { ...process.env, ...child.env };
  if (child.program) return beginProgram(child.program, child, env);
  const output = child.quiet ? 'ignore' : 'inherit';
  const stdio = ['ignore', output, 'inherit', 'ipc'] as const;
  return spawn(process.execPath, [...child.args, child.script], { env, stdio: [...stdio], detached: true });
}

function beginProgram(program: string, { args, log }: Child, env: NodeJS.ProcessEnv): ChildProcess {
  const output = log ? openSync(log, 'w') : 'inherit';
  const started = spawn(program, args, { env, stdio: ['ignore', output, output], detached: true });
  if (typeof output === 'number') closeSync(output);
  return started;
}

/** Doubles with each fall in a row: what cannot run must not keep the machine busy. @returns milliseconds */
export function pauseAfter(falls: number): number {
  return Math.min(shortestPauseMs * 2 ** (falls - 1), longestPauseMs);
}

function stopOne(folder: string, name: string, child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    child.once('exit', () => {
      clearTimeout(force);
      forget(folder, name);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
