// Kills in the middle of many deliveries: of the worker, of the server that takes the mails, of the database. Afterwards
// every follower has every post, and whatever came twice was counted, at most one copy a connection for each death.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { type Sink, startSink, startWorker, type Worker } from './processes';
import { makeDue, type Stage, setStage, write } from './stage';

export type FaultFindings = {
  copies: number;
  deaths: number;
  /** Copies that never came. */
  missing: number;
  /** Copies that came more than once. */
  twice: number;
  /** Copies sent again because nobody knew. */
  counted: number;
  /** Copies that came more often than they were counted. */
  uncounted: number;
  /** Connections at once: so many copies may be in doubt after a death. */
  lines: number;
};

type Scene = { stage: Stage; sink: Sink; worker: Worker; log: string; folder: string };

const lookEveryMs = 50;
const giveUpAfterMs = 600_000;

/** Each at its share of the copies. */
const deaths: [share: number, kill: (scene: Scene) => Promise<void>][] = [
  [0.15, ({ worker }) => worker.kill('SIGKILL')],
  [0.35, killSink],
  [0.55, killDatabase],
  [0.75, ({ worker }) => worker.kill('SIGKILL')],
];

/** @param lines connections the worker opens at most */
export async function proveFaults(
  { followers, posts, threads }: { followers: number; posts: number; threads: number },
  lines: number,
): Promise<FaultFindings> {
  const scene = await makeScene(followers);
  try {
    const copies = followers * posts;
    await write(scene.stage, threads, posts / threads);
    await makeDue(scene.stage, 0);
    for (const [share, kill] of deaths) {
      await until(`${share} of all copies`, async () => listAccepted(scene.log).length >= share * copies);
      await kill(scene);
    }
    await until('no open copy', async () => (await countOpen(scene.stage)) === 0);
    return { copies, deaths: deaths.length, lines, ...(await compare(scene, copies)) };
  } finally {
    await scene.worker.end();
    await scene.sink.kill('SIGTERM');
    await scene.stage.leave();
    rmSync(scene.folder, { recursive: true, force: true });
  }
}

async function makeScene(followers: number): Promise<Scene> {
  const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-faults-'));
  const log = path.join(folder, 'accepted');
  const stage = await setStage(followers, path.join(folder, 'data'));
  const sink = await startSink(log);
  return { stage, sink, worker: startWorker(stage.url, sink.url, true), log, folder };
}

/** Another one takes its place at the same address. */
async function killSink(scene: Scene): Promise<void> {
  const { port } = scene.sink;
  await scene.sink.kill('SIGKILL');
  scene.sink = await startSink(scene.log, port);
}

async function killDatabase({ stage, folder }: Scene): Promise<void> {
  const pidFile = path.join(stage.server.folder, 'postgres', 'postmaster.pid');
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  await startEmbedded(path.join(folder, 'data'));
}

/** `Message-ID receiver`, as often as it was accepted. */
function listAccepted(log: string): string[] {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}

async function countOpen(stage: Stage): Promise<number> {
  const [row] = await stage.sql<{ open: number }[]>`select
    (select count(*) from delivery where state in ('waiting', 'sending'))::int
    + (select count(*) from graphile_worker.jobs where task_identifier in ('fact', 'reaction'))::int as open`;
  return row?.open ?? 1;
}

async function compare(scene: Scene, copies: number) {
  const { sql, close } = connect(scene.stage.url, 1);
  const due = await sql<
    { copy: string; repeats: number }[]
  >`select post.message_id || ' ' || delivery.email as copy,
    delivery.repeats from delivery join post on post.id = delivery.post_id`;
  await close();
  const times = new Map<string, number>();
  for (const copy of listAccepted(scene.log)) times.set(copy, (times.get(copy) ?? 0) + 1);
  const beyond = (copy: string, allowed: number) => Math.max(0, (times.get(copy) ?? 0) - allowed);
  return {
    missing: copies - due.filter(({ copy }) => times.has(copy)).length,
    twice: due.reduce((sum, { copy }) => sum + beyond(copy, 1), 0),
    counted: due.reduce((sum, { repeats }) => sum + repeats, 0),
    uncounted: due.reduce((sum, { copy, repeats }) => sum + beyond(copy, 1 + repeats), 0),
  };
}

/** What fails is not so yet: the database may be away. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + giveUpAfterMs; Date.now() < end; await pause(lookEveryMs)) {
    if (await isSo().catch(() => false)) return;
  }
  throw new Error(`It never came to this: ${what}.`);
}
