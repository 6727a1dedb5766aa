// After the last kill: whether anything was lost, stands twice or was not done, counted row by row.
import { type SQL, sql } from 'drizzle-orm';
import { listCandidates } from '@/lib/forum/notifications/list-candidates';
import { whyTold } from '@/lib/forum/notifications/model';
import type { House } from './house';
import type { Stage } from './stage';
import type { Acknowledged } from './writer';

export type Finding = { rule: string; lookedAt: number; violations: string[] };

const published = 'forum.post.published';
/** What follows from a published post; the table itself is the worker's alone. */
const reactionsOfAPost = ['tell-published', 'show-live', 'mail-published'];

/** @param acknowledged everything that anybody was told is published */
export async function prove(house: House, stage: Stage, acknowledged: Acknowledged[]): Promise<Finding[]> {
  return [
    await standOnce(house, stage, acknowledged),
    ...(await rowsAgree(house, stage)),
    await reactionsRan(house, acknowledged),
    await toldOnce(house, acknowledged),
    await queueIsEmpty(house),
    await chainIsWhole(house),
  ];
}

async function standOnce({ db }: House, { begun }: Stage, acknowledged: Acknowledged[]): Promise<Finding> {
  const rows = await db.execute<{ id: string; text: string }>(
    sql`select id, text from post where posted_at >= ${begun.toISOString()}::timestamptz`,
  );
  const standing = groupBy(rows, ({ text }) => text.trim());
  const violations = acknowledged.flatMap(({ text, postId }) => {
    const ids = (standing.get(text) ?? []).map(({ id }) => id);
    return ids.length === 1 && ids[0] === postId
      ? []
      : [`${text} was said to be ${postId}, stands as [${ids}]`];
  });
  const known = new Set(acknowledged.map(({ text }) => text));
  const strangers = [...standing.keys()].filter((text) => !known.has(text));
  return {
    rule: 'what was acknowledged stands once, and nothing else',
    lookedAt: acknowledged.length,
    violations: [...violations, ...strangers.map((text) => `${text} stands and nobody was told`)],
  };
}

/** Each finds the rows that break a rule, among the threads that somebody wrote in. */
const rules: { rule: string; broken: (since: SQL) => SQL }[] = [
  {
    rule: 'numbers without gap or double, and the thread repeats them',
    broken: (since) => sql`select t.number::text as thing from thread t join post p on p.thread_id = t.id
      where t.last_post_at >= ${since} group by t.id
      having count(*) <> t.post_count or max(p.number) <> count(*) or min(p.number) <> 1
        or count(distinct p.number) <> count(*)`,
  },
  {
    rule: 'the thread and its areas know its last post',
    broken: (since) => sql`select t.number::text as thing from thread t
      join post p on p.thread_id = t.id and p.number = t.post_count
      join thread_area a on a.thread_id = t.id where t.last_post_at >= ${since}
      and (t.last_poster_id <> p.author_id or a.last_post_at <> t.last_post_at
        or t.last_post_at <> (select max(posted_at) from post o where o.thread_id = t.id))`,
  },
  {
    rule: 'each post has its one draft, sent, and its one line in the audit log',
    broken: (since) => sql`select p.id::text as thing from post p where p.posted_at >= ${since} and (
      (select count(*) from draft d where d.published_post_id = p.id and d.published_at is not null) <> 1
      or (select count(*) from audit_entry a where
        (a.act = 'forum.post-reply' and a.subject = 'post:' || p.id)
        or (a.act = 'forum.open-thread' and a.detail ->> 'postId' = p.id::text)) <> 1)`,
  },
  {
    rule: 'no draft was left behind',
    broken: (since) =>
      sql`select id::text as thing from draft where updated_at >= ${since} and published_at is null`,
  },
];

async function rowsAgree({ db }: House, { begun }: Stage): Promise<Finding[]> {
  const since = sql`${begun.toISOString()}::timestamptz`;
  const [counted] = await db.execute<{ threads: number; posts: number }>(sql`select
    (select count(*)::int from thread where last_post_at >= ${since}) as threads,
    (select count(*)::int from post where posted_at >= ${since}) as posts`);
  const findings: Finding[] = [];
  for (const { rule, broken } of rules) {
    const rows = await db.execute<{ thing: string }>(broken(since));
    const ofThreads = rule.includes('thread');
    const lookedAt = (ofThreads ? counted?.threads : counted?.posts) ?? 0;
    findings.push({ rule, lookedAt, violations: rows.map(({ thing }) => thing) });
  }
  return findings;
}

/** A job leaves the queue only when its work is done. */
async function reactionsRan({ db }: House, acknowledged: Acknowledged[]): Promise<Finding> {
  const rows = await db.execute<{ post: string; reaction: string }>(sql`
    select payload #>> '{fact,postId}' as post, payload ->> 'reaction' as reaction from finished_job
    where task = 'reaction' and payload #>> '{fact,name}' = ${published}`);
  const ran = new Set(rows.map(({ post, reaction }) => `${post} ${reaction}`));
  const due = acknowledged.flatMap(({ postId }) => reactionsOfAPost.map((one) => `${postId} ${one}`));
  return {
    rule: 'each reaction to each post ran to its end',
    lookedAt: due.length,
    violations: due.filter((one) => !ran.has(one)),
  };
}

/** Who is told and why is computed again from the rows, by the rule itself. */
async function toldOnce({ db }: House, acknowledged: Acknowledged[]): Promise<Finding> {
  const rows = await db.execute<{ fact: string; told: string }>(sql`
    select fact, person_id || ' ' || kind as told from notification where fact like ${`${published}:%`}`);
  const standing = groupBy(rows, ({ fact }) => fact);
  const ctx = { db, actor: { kind: 'system', name: 'worker' } as const, now: new Date() };
  const finding: Finding = { rule: 'who is told is told once', lookedAt: 0, violations: [] };
  for (const { postId } of acknowledged) {
    const due = (await listCandidates(ctx, postId, [])).flatMap((candidate) => {
      const kind = whyTold(candidate);
      return kind ? [`${candidate.personId} ${kind}`] : [];
    });
    const told = (standing.get(`${published}:${postId}`) ?? []).map((row) => row.told);
    finding.lookedAt += due.length;
    if (told.toSorted().join() !== due.toSorted().join())
      finding.violations.push(`${postId}: ${told.length} told, ${due.length} due`);
  }
  return finding;
}

async function queueIsEmpty({ db }: House): Promise<Finding> {
  const left = await db.execute<{ thing: string }>(sql`select task_identifier || ' ' || id || ': '
    || coalesce(last_error, 'locked by ' || locked_by, 'waiting') as thing from graphile_worker.jobs
    where task_identifier in ('fact', 'reaction') or attempts >= max_attempts`);
  const [done] = await db.execute<{ jobs: number }>(sql`select count(*)::int as jobs from finished_job`);
  const violations = left.map(({ thing }) => thing);
  return { rule: 'no job is dead, forgotten or waiting', lookedAt: done?.jobs ?? 0, violations };
}

async function chainIsWhole({ db, command }: House): Promise<Finding> {
  const { code, said } = await command('audit', 'verify');
  const [sealed] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from audit_entry where seal is not null`,
  );
  const violations = code === 0 ? [] : [said];
  return { rule: 'the audit log is sealed and its chain whole', lookedAt: sealed?.rows ?? 0, violations };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
