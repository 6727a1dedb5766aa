// How fast mail leaves and comes in, on this machine and beside bare loops in the same minute. `npm run bench:mail -- [--json]`,
// or with `--faults` whether kills in the middle of it lose or double anything.
// One post for 200 followers, then 100 posts for 200: from the moment a post is due until the last copy is accepted.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { smtpLines as lines } from '@/lib/platform/mail/smtp-transport';
import { proveFaults } from './mail/faults';
import { type InboundFigures, inboundTarget, measureInbound } from './mail/inbound';
import { runBareLoop, type Sink, startSink, startWorker } from './mail/processes';
import { makeDue, type Stage, setStage, write } from './mail/stage';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
    followers: { type: 'string', default: '200' },
    posts: { type: 'string', default: '100' },
    threads: { type: 'string', default: '20' },
    mails: { type: 'string', default: '1000' },
  },
});
const followers = Number(values.followers);
const posts = Number(values.posts);
const threads = Number(values.threads);
const mails = Number(values.mails);

const targets = { lastCopySeconds: 2, perSecond: 250, megabytes: 400 };
const giveUpAfterMs = 300_000;
const lookEveryMs = 20;

type Figures = {
  /** Seconds from the moment one post is due until the last follower's copy is accepted. */
  lastCopySeconds: number;
  /** Personalised copies a second, sustained. */
  perSecond: number;
  copies: number;
  /** Mails a second of a bare nodemailer pool with the same bytes. */
  barePerSecond: number;
  ratio: number;
  workerMegabytes: number;
  bytesPerCopy: number;
};

async function untilAccepted(sink: Sink, copies: number): Promise<number> {
  for (const until = Date.now() + giveUpAfterMs; Date.now() < until; await pause(lookEveryMs)) {
    const { accepted, lastAt } = await sink.count();
    if (accepted >= copies) return lastAt;
  }
  throw new Error(`Not all ${copies} copies were accepted.`);
}

/** The worker has started once it sends something. */
async function warmUp(stage: Stage, sink: Sink): Promise<void> {
  await write(stage, 1, 1);
  await makeDue(stage, 0);
  await untilAccepted(sink, followers);
  await sink.forget();
}

async function measureOut(stage: Stage, sink: Sink): Promise<Omit<Figures, 'workerMegabytes'>> {
  await warmUp(stage, sink);
  await write(stage, 1, 1);
  const due = await makeDue(stage, 1.5);
  const lastCopySeconds = ((await untilAccepted(sink, followers)) - due) / 1000;
  await sink.forget();
  await write(stage, threads, posts / threads);
  const begun = await makeDue(stage, 1.5);
  const copies = posts * followers;
  const perSecond = copies / (((await untilAccepted(sink, copies)) - begun) / 1000);
  const { sample, bytes } = await sink.count();
  await sink.forget();
  const barePerSecond = copies / (await runBareLoop(sink.url, sample, copies, lines));
  return {
    ...{ lastCopySeconds, perSecond, copies, barePerSecond, ratio: perSecond / barePerSecond },
    ...{ bytesPerCopy: Math.round(bytes / copies) },
  };
}

function printTable(figures: Figures & { inbound: InboundFigures }): void {
  const { inbound } = figures;
  const rows: [string, string, string][] = [
    [
      `one post, copy ${followers} accepted`,
      `${figures.lastCopySeconds.toFixed(2)} s`,
      `≤ ${targets.lastCopySeconds} s`,
    ],
    [
      `${figures.copies} copies of ${(figures.bytesPerCopy / 1000).toFixed(1)} kB`,
      `${Math.round(figures.perSecond)} /s`,
      `≥ ${targets.perSecond} /s`,
    ],
    ['the same bytes from a bare pool', `${Math.round(figures.barePerSecond)} /s`, ''],
    ['ratio', figures.ratio.toFixed(2), ''],
    ['worker, highest memory', `${Math.round(figures.workerMegabytes)} MB`, `≤ ${targets.megabytes} MB`],
    [
      `${inbound.mails} mails until their posts`,
      `${Math.round(inbound.perSecond)} /s`,
      `≥ ${inboundTarget.perSecond} /s`,
    ],
    ['the same, until they are accepted', `${Math.round(inbound.acceptedPerSecond)} /s`, ''],
    ['the same, parsed by postal-mime alone', `${Math.round(inbound.barePerSecond)} /s`, ''],
    ['ratio', inbound.ratio.toFixed(3), ''],
    ['receiver, highest memory', `${Math.round(inbound.receiverMegabytes)} MB`, ''],
  ];
  for (const [what, value, target] of rows) {
    console.log(`${what.padEnd(36)} ${value.padStart(10)}   ${target}`);
  }
}

async function measure(): Promise<void> {
  const stage = await setStage(followers);
  const sink = await startSink();
  const worker = startWorker(stage.url, sink.url);
  try {
    const out = await measureOut(stage, sink);
    const inbound = await measureInbound({ db: stage.db, url: stage.url, mails });
    const figures = { ...out, workerMegabytes: worker.peak() / 1e6, inbound };
    if (values.json) console.log(JSON.stringify(figures));
    else printTable(figures);
    const { lastCopySeconds, perSecond, workerMegabytes } = figures;
    const isOutFast = lastCopySeconds <= targets.lastCopySeconds && perSecond >= targets.perSecond;
    const isFast = isOutFast && inbound.perSecond >= inboundTarget.perSecond;
    if (!isFast || workerMegabytes > targets.megabytes) process.exitCode = 1;
  } finally {
    await worker.end();
    await sink.kill('SIGTERM');
    await stage.leave();
  }
}

async function prove(): Promise<void> {
  const findings = await proveFaults({ followers, posts, threads }, lines);
  console.log(values.json ? JSON.stringify(findings) : findings);
  const { missing, uncounted, counted, deaths } = findings;
  if (missing > 0 || uncounted > 0 || counted > deaths * lines) process.exitCode = 1;
}

await (values.faults ? prove() : measure());
