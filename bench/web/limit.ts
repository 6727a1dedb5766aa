// The limit: a bare server that reads with the same statements and writes the same page from strings, and a file of its size.
import http from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import postgres from 'postgres';

/** Given by the benchmark on standard input: the page that Raccordo made. */
type Given = {
  databaseUrl: string;
  page: string;
  statements: { session: string; thread: string; posts: string };
};

const gzip = promisify(zlib.gzip);
const { databaseUrl, page, statements }: Given = JSON.parse(await readAll(process.stdin));
const sql = postgres(databaseUrl, { onnotice: () => {} });
const first = page.indexOf('<article');
const last = page.lastIndexOf('</article>') + '</article>'.length;
const [head, foot] = [page.slice(0, first), page.slice(last)];
/** All that stands around the words of one post. */
const frame = page.slice(first, page.indexOf('</article>', first)).split(/<div class="rc-prose">.*?<\/div>/s);
const file = await gzip(page, { level: 1 });
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' };

const ask = (text: string, values: string[]) => sql.unsafe(text, values, { prepare: true });

async function write(number: string, token: string): Promise<Buffer> {
  const [session] = await ask(statements.session, [token]);
  const [thread] = await ask(statements.thread, [number, session?.person_id]);
  const rows = await ask(statements.posts, [thread?.id, session?.person_id]);
  const posts = rows.map(({ html }) => `${frame[0]}<div class="rc-prose">${html}</div>${frame[1]}</article>`);
  return gzip(head + posts.join('') + foot, { level: 1 });
}

const server = http.createServer(async (req, res) => {
  const url = req.url ?? '';
  const body = url === '/file' ? file : await write(/\d+/.exec(url)?.[0] ?? '', String(req.headers.cookie));
  res.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.once('disconnect', () => process.exit(0));
