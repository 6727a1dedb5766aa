// Mends the driver of PostgreSQL after each installation. postgres.js 3.4.9 is its last version and does not survive the
// end of a connection (its issues 1066, 1154, 1208): what it was about to send and half of an answer stay behind, so that
// the connection never comes back, or its next question gets the former error or rows of another; and what a transaction
// still asks brings the process down, or is done outside of it by whoever has the connection next.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../node_modules/postgres');
const builds = ['src', 'cjs/src'];

/** @type {{ file: string, from: string, to: string }[]} */
const mends = [
  {
    file: 'connection.js',
    from: `    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime`,
    to: `    socket = null
    chunk = nextWriteTimer = results = errorResponse = null
    rows = 0
    result = new Result()

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = null
    closedTime`,
  },
  {
    file: 'connection.js',
    from: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (stream)`,
    to: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (!socket)
      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true)

    if (stream)`,
  },
  {
    file: 'index.js',
    from: `      , prepare = null

    try {
      await sql.unsafe('begin '`,
    to: `      , prepare = null
      , lost = null

    try {
      await sql.unsafe('begin '`,
  },
  {
    file: 'index.js',
    from: 'new Promise((_, reject) => connection.onclose = reject)',
    to: 'new Promise((_, reject) => connection.onclose = e => reject(lost = e))',
  },
  {
    file: 'index.js',
    from: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
    to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
        c.queue === full`,
  },
];

/** Does nothing where it is mended. @throws where the driver is another one: then look whether it still needs this */
export function mendDriver() {
  for (const build of builds) {
    for (const { file, from, to } of mends) mend(path.join(folder, build, file), from, to);
  }
}

/**
 * Put in place whole: a start that is killed leaves no half file.
 * @param {string} place
 * @param {string} from
 * @param {string} to
 */
function mend(place, from, to) {
  const source = readFileSync(place, 'utf8');
  if (source.includes(to)) return;
  if (!source.includes(from))
    throw new Error(`${place} is not the driver that bin/start/mend-driver.mjs mends.`);
  writeFileSync(`${place}.new`, source.replace(from, to));
  renameSync(`${place}.new`, place);
}
