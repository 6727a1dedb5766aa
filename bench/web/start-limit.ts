// Starts the limit beside Raccordo, with a page that Raccordo has just made.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hashSessionToken } from '@/lib/auth/model';
import { end, type House } from './house';

/** As Raccordo asks: who reads; the thread and how far they have read it; twenty posts with authors and thanks. */
const statements = {
  session: `select p.id as person_id, p.name, (select json_agg(json_build_object('id', h.id, 'organization', o.name))
      from seat h join organization o on o.id = h.organization_id where h.person_id = p.id and h.ended_at is null) as seats
    from session s join person p on p.id = s.person_id where s.session_token = $1 and s.expires > now()`,
  thread: `select t.id, t.title, t.slug, t.post_count, a.name as starter, o.name as organization,
      (select json_agg(r.slug) from thread_area x join area r on r.id = x.area_id where x.thread_id = t.id) as areas,
      (select last_number from thread_read r where r.thread_id = t.id and r.person_id = $2) as read_up_to
    from thread t join person a on a.id = t.author_id left join organization o on o.id = t.organization_id
    where t.number = $1::int`,
  posts: `select p.id, p.number, p.html, p.posted_at, a.name, o.name as organization, q.number as reply_to,
      (select count(*) from thank t where t.post_id = p.id) as thanks,
      exists (select from thank t where t.post_id = p.id and t.person_id = $2) as thanked, d.reason
    from post p join person a on a.id = p.author_id left join organization o on o.id = p.organization_id
      left join post q on q.id = p.reply_to_id
      left join post_removal d on d.post_id = p.id and d.lifted_at is null
    where p.thread_id = $1 and p.number between 1 and 20 order by p.number`,
};

export type Limit = { url: string; pid: number; token: (n: number) => string; leave: () => Promise<void> };

export async function startLimit(
  { url, cookies }: House,
  databaseUrl: string,
  address: string,
): Promise<Limit> {
  const page = await (await fetch(url + address, { headers: { cookie: cookies[0] ?? '' } })).text();
  const child = fork('bench/web/limit.ts', [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
  });
  child.stdin?.end(JSON.stringify({ databaseUrl, page, statements }));
  const [{ port }] = (await once(child, 'message')) as [AddressInfo];
  const tokens = cookies.map((cookie) => hashSessionToken(cookie.split('=')[1] ?? ''));
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    token: (n) => tokens[n % tokens.length] ?? '',
    leave: () => end(child),
  };
}
