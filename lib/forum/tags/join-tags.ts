// Makes one word mean another: whoever files or looks under the first finds the second. Renaming a tag is the same.
import { sql } from 'drizzle-orm';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { tagsJoined } from '../facts';
import { joinTagsInput } from './model';
import { mayKeepTags } from './policy';
import { listMeant } from './queries';

/**
 * Threads with the first carry the second from now on, and so do those who follow it; what meant the first means the
 * second. Where the second was another word for the first, they change places.
 * @throws Refusal `invalid` (`tag-missing`, `tag-invalid`, `same-tag`), `not-allowed`
 */
export async function joinTags(given: Context, input: unknown): Promise<void> {
  const { synonym, tag: typed, confirmed } = parseInput(joinTagsInput, input);
  const ctx = actFor(given);
  demand(mayKeepTags(ctx.actor));
  const warned = checkPersonalData({ tags: [synonym, typed].join('\n') }, confirmed);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.execute(sql`lock table tag_synonym in share row exclusive mode`);
    const [meant = typed] = await listMeant(tx, [typed]);
    const tag = meant === synonym ? typed : meant;
    await rewordThreads(tx, synonym, tag);
    await rewordSynonyms(tx, synonym, tag);
    await announce(db, tagsJoined(tag));
    await record(tx, { act: 'forum.join-tags', subject: `tag:${tag}`, detail: { synonym, warned } });
  });
}

async function rewordThreads({ db }: MemberContext, from: string, to: string): Promise<void> {
  await db.execute(sql`
    with gone as (delete from thread_tag where tag = ${from}::citext returning thread_id)
    insert into thread_tag (thread_id, tag) select thread_id, ${to} from gone on conflict do nothing`);
  await db.execute(sql`
    with gone as (delete from tag_follow where tag = ${from}::citext returning person_id, mail, created_at)
    insert into tag_follow (person_id, tag, mail, created_at)
    select person_id, ${to}, mail, created_at from gone on conflict do nothing`);
}

async function rewordSynonyms({ db, actor }: MemberContext, from: string, to: string): Promise<void> {
  await db.execute(sql`delete from tag_synonym where synonym = ${to}::citext`);
  await db.execute(sql`update tag_synonym set tag = ${to} where tag = ${from}::citext`);
  await db.execute(sql`
    insert into tag_synonym (synonym, tag, person_id) values (${from}, ${to}, ${actor.personId}::uuid)
    on conflict (synonym) do update set tag = excluded.tag, person_id = excluded.person_id`);
}
