// How fast pages are, on this machine and beside the limit: `npm run bench:web -- [--threads 10000] [--seconds 5] [--json]`.
// The corpus in a database of its own, the production server, and requests at 1 and 16 connections. `--node PATH` runs
// the server with another Node, `--only WORDS` measures what has them in its name.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from '@/bin/start/build';
import { startEmbedded } from '@/db/embedded/server';
import { memoryOf } from './web/cpu';
import { fillDatabase } from './web/fill';
import { leaveNews, startHouse } from './web/house';
import { type Figures, measure } from './web/load';
import { pagesToAsk } from './web/pages';
import { printFigures } from './web/print-figures';
import { measureReplies } from './web/reply';
import { startLimit } from './web/start-limit';
import { untilIdle } from './web/until-idle';
import { weighPage } from './web/weigh';

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
const isLarge = threads > 10_000;

const server = await startEmbedded(folder);
const databaseUrl = await fillDatabase(server, threads);
await ensureBuild(folder);
const house = await startHouse(server, databaseUrl, { node: values.node, isLarge });
await leaveNews(house);
if (house.worker) await untilIdle(house);
const pages = await pagesToAsk(house, threads);
const limit = await startLimit(house, databaseUrl, pages[0]?.ask(0).path ?? '');
const { database } = house;
const inHouse = { url: house.url, pids: house.pids, database };
const bare = { url: limit.url, pids: [limit.pid], database };
const everything = [
  ...pages.map((page) => ({ ...page, ...inHouse })),
  {
    ...{ ...bare, what: 'limit: same SQL, strings' },
    ask: (n: number) => ({ path: pages[0]?.ask(n).path ?? '', cookie: limit.token(n) }),
  },
  { ...bare, what: 'limit: a file', ask: () => ({ path: '/file' }) },
];
try {
  const figures: Figures[] = [];
  for (const one of everything.filter(({ what }) => what.includes(values.only))) {
    for (const connections of [1, 16]) figures.push(await measure({ ...one, connections, seconds }));
  }
  const replies = 'reply'.includes(values.only) && !isLarge ? await measureReplies(house) : undefined;
  const weights = await weighPages();
  const megabytes = { web: memoryOf(house.web) / 1e6, worker: memoryOf(house.worker ?? 0) / 1e6 };
  const around = { threads, node: values.node, cores: cpus().length, load: loadavg(), megabytes };
  if (values.json) console.log(JSON.stringify({ ...around, figures, replies, weights }));
  else printFigures(figures, around, { replies, weights });
} finally {
  await limit.leave();
  await house.leave();
  if (!server.adopted) await server.stop();
}

/** Two pages that are read, and one with the form to answer in. */
function weighPages() {
  const [cookie] = house.cookies;
  const thread = pages[0]?.ask(0).path ?? '';
  return Promise.all([
    weighPage(house, 'thread', thread, cookie),
    weighPage(house, 'thread, signed out', thread),
    weighPage(house, 'area', thread.split('/').slice(0, 3).join('/'), cookie),
  ]);
}
