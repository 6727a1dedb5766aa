// How fast pages are, on this machine and beside the limit: `npm run bench:web -- [--threads 10000] [--seconds 5] [--json] [--node PATH]`.
// The corpus in a database of its own, the production server, and requests at 1 and 16 connections.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from '@/bin/start/build';
import { startEmbedded } from '@/db/embedded/server';
import { memoryOf } from './web/cpu';
import { fillDatabase } from './web/fill';
import { startHouse } from './web/house';
import { type Figures, measure } from './web/load';
import { pagesToAsk } from './web/pages';

const folder = '.data/bench-web';
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    threads: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
    node: { type: 'string', default: process.execPath },
    only: { type: 'string', default: '' },
  },
});
const threads = Number(values.threads);
const seconds = Number(values.seconds);

const server = await startEmbedded(folder);
const databaseUrl = await fillDatabase(server, threads);
await ensureBuild(folder);
const house = await startHouse(server, databaseUrl, values.node);
try {
  const figures: Figures[] = [];
  for (const { what, ask } of await pagesToAsk(house, threads)) {
    if (!what.includes(values.only)) continue;
    for (const connections of [1, 16]) {
      const figure = await measure({
        what,
        ask,
        connections,
        seconds,
        url: house.url,
        pids: house.everything,
      });
      figures.push(figure);
      if (!values.json) console.log(figure);
    }
  }
  const memory = { web: memoryOf(house.web) / 1e6, worker: memoryOf(house.worker) / 1e6 };
  console.log(JSON.stringify({ threads, load: loadavg(), memory, figures }));
} finally {
  await house.leave();
  if (!server.adopted) await server.stop();
}
