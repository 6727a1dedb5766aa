// The processes of a running Raccordo: started apart from the terminal, restarted when they fall, stopped together.
import { type ChildProcess, spawn } from 'node:child_process';
import { forget, remember } from './leftovers';
import { say } from './steps';

/** `quiet`: only what goes wrong is shown. */
export type Child = {
  name: string;
  script: string;
  args: string[];
  env: Record<string, string>;
  quiet?: boolean;
};

const restartAfterMs = 1_000;
const stopWithinMs = 8_000;

/**
 * Starts children and keeps them running.
 * Each has its own process group, so that Ctrl-C reaches only the start script, and an IPC channel, so that it ends by
 * itself when the start script is killed.
 * @param folder where process ids are remembered
 */
export function supervise(folder: string) {
  const running = new Map<string, ChildProcess>();
  let stopping = false;

  function launch(child: Child): void {
    const started = spawn(process.execPath, [...child.args, child.script], {
      env: { ...process.env, ...child.env },
      stdio: ['ignore', child.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    running.set(child.name, started);
    if (started.pid !== undefined) remember(folder, child.name, started.pid, child.script);
    started.once('exit', (code, signal) => {
      running.delete(child.name);
      if (stopping) return;
      say(`! ${child.name} ended (${signal ?? code}) and is started again`);
      setTimeout(() => stopping || launch(child), restartAfterMs);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all([...running].map(([name, process]) => stopOne(folder, name, process)));
  }

  return { launch, stop, isStopping: () => stopping };
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
