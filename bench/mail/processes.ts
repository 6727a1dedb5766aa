// The processes of the benchmark: a worker as it runs in earnest, the sink, and what they need to find each other.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { SinkCount } from './sink';

export type Sink = {
  url: string;
  port: number;
  /** What was accepted since the last `forget`. */
  count: () => Promise<SinkCount>;
  forget: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => Promise<void>;
};

/** @param log where each acceptance is noted; empty: nowhere */
export async function startSink(log = '', port = 0): Promise<Sink> {
  const child = fork('bench/mail/sink.ts', [log, String(port)], { execArgv: ['--import', 'tsx'] });
  const [told] = (await once(child, 'message')) as [{ port: number }];
  const ask = async (what: 'count' | 'forget') => {
    child.send(what);
    return ((await once(child, 'message')) as [SinkCount])[0];
  };
  return {
    ...{ port: told.port, url: `smtp://127.0.0.1:${told.port}` },
    count: () => ask('count'),
    forget: async () => void (await ask('forget')),
    kill: (signal) => end(child, signal),
  };
}

export type Worker = {
  /** Bytes of memory at the highest, as the kernel counted. */
  peak: () => number;
  /** Another one takes its place, as the start script does. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  end: () => Promise<void>;
};

/** The worker of bin/worker.ts, started again whenever it ends. @param silent what it says is not shown */
export function startWorker(databaseUrl: string, smtpUrl: string, silent = false): Worker {
  const env = {
    ...{ ...process.env, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, AUTH_SECRET: 'bench'.repeat(8) },
    ...{ PUBLIC_URL: 'https://raccordo.example', FILES_DIR: '.data/bench/files' },
  };
  let isOver = false;
  let child = start();
  function start(): ChildProcess {
    const started = fork('bin/worker.ts', { env, execArgv: ['--import', 'tsx'], silent });
    started.once('exit', () => {
      if (!isOver) child = start();
    });
    return started;
  }
  return {
    peak: () => peakOf(child.pid ?? 0),
    kill: (signal) => end(child, signal),
    end: () => {
      isOver = true;
      return end(child, 'SIGTERM');
    },
  };
}

/** Bytes of memory of a process at the highest, as the kernel counted. */
export function peakOf(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(found ?? 0) * 1024;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** @returns seconds that a bare nodemailer pool takes for the same mails */
export async function runBareLoop(url: string, raw: string, mails: number, lines: number): Promise<number> {
  const args = ['--import', 'tsx', 'bench/mail/bare-loop.ts', url, String(mails), String(lines)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(raw);
  return Number(await text(child.stdout));
}
