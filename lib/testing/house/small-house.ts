// A house in memory with one module in each kind of room: tests breach it and see what the check says.
import { checkHouse } from './check-house';
import type { Finding, Tree } from './modules';

const files: Record<string, string> = {
  'package.json': '',
  'app/forum/page.tsx': `// The list of areas.
import { AreaList } from '@/components/forum/area-list';
import { listAreas } from '@/lib/forum/queries';

export default async function Page() {
  return <AreaList areas={await listAreas()} />;
}
`,
  'components/forum/area-list.tsx': `// Areas as cards.
import Link from 'next/link';
import type { Area } from '@/lib/forum/model';

export function AreaList({ areas }: { areas: Area[] }) {
  return areas.map((area) => <Link key={area.slug} href={area.slug}>{area.name}</Link>);
}
`,
  'db/client.ts': `// The connection.
import postgres from 'postgres';
import * as schema from './schema';

export type Database = { schema: typeof schema };
export function connect(url: string) {
  return postgres(url);
}
`,
  'db/schema/index.ts': `// All tables.
export * from './forum';
`,
  'db/schema/forum.ts': `// Tables of the forum.
export const area = {};
`,
  'db/words.ts': `// Closed lists.
export const roles = ['operator'] as const;
`,
  'lib/env.ts': `// Settings.
export function env() {
  return process.env;
}
`,
  'lib/core/context.ts': `// What a deed is given.
import type { Database } from '@/db/client';

export type Context = { db: Database };
`,
  'lib/text/to-html.ts': `// A document as HTML.
export function toHtml(text: string) {
  return text;
}
`,
  'lib/forum/model.ts': `// What the forum is about.
import { z } from 'zod';
import { roles } from '@/db/words';
import { toHtml } from '@/lib/text/to-html';

export type Area = { slug: string; name: string };
export const input = z.object({ role: z.enum(roles), text: z.string().transform(toHtml) });
`,
  'lib/forum/policy.ts': `// Who may do what.
import type { Context } from '@/lib/core/context';

export function mayPost(ctx: Context) {
  return Boolean(ctx.db);
}
`,
  'lib/forum/queries.ts': `// Every read.
import { area } from '@/db/schema';

export async function listAreas() {
  return [area].map(() => ({ slug: 'a', name: 'A' }));
}
`,
  'lib/forum/post-reply.ts': `// Answers a thread.
import { announce } from '@/lib/platform/jobs/announce';
import { input } from './model';

export const lengthLimit = 10;

export function postReply(words: unknown) {
  announce(input.parse(words));
}
`,
  'lib/forum/notices.tsx': `// Who is told, and the words.
import { renderToStaticMarkup } from 'react-dom/server';
import { send } from '@/lib/platform/mail/send';

export function replyNotice() {
  send(renderToStaticMarkup(<p />));
}
`,
  'lib/forum/search.ts': `// A thread as a search document.
import { index } from '@/lib/platform/search/index-document';

export function threadDocument() {
  index();
}
`,
  'lib/mailing/receive-mail.ts': `// A mail becomes a post.
import { postReply } from '@/lib/forum/post-reply';
import { send } from '@/lib/platform/mail/send';

export function receiveMail() {
  postReply(send('no'));
}
`,
  'lib/cases/model.ts': `// A reserved case.
export type Case = { id: string };
`,
  'lib/web/gate.ts': `// The page gate.
import { notFound } from 'next/navigation';

export function gate() {
  notFound();
}
`,
  'lib/auth/send-link.ts': `// The mailed link.
import { send } from '@/lib/platform/mail/send';

export function sendLink() {
  send('link');
}
`,
  'lib/platform/jobs/announce.ts': `// Facts become jobs.
export function announce(fact: unknown) {
  return fact;
}
`,
  'lib/platform/mail/send.ts': `// Mail out.
export function send(text: string) {
  return text;
}
`,
  'lib/platform/search/index-document.ts': `// The index.
export function index() {}
`,
  'lib/platform/notify/notify.ts': `// Notices to people.
export function notify() {}
`,
  'lib/reactions.ts': `// When this fact, then these reactions.
import { replyNotice } from './forum/notices';
import { threadDocument } from './forum/search';

export const reactions = { replyNotice, threadDocument };
`,
  'lib/worker.ts': `// Takes jobs and consults the reactions.
import { reactions } from './reactions';

export function work() {
  return reactions;
}
`,
  'bin/worker.ts': `// The process of the worker.
import { work } from '@/lib/worker';

work();
`,
};

/** @returns the small house with some files added or replaced */
export function smallHouse(changes: Record<string, string> = {}): Tree {
  return new Map(Object.entries({ ...files, ...changes }));
}

/** @returns what the check says of the small house with these changes */
export function findingsWith(changes: Record<string, string>): Finding[] {
  return checkHouse(smallHouse(changes), 1);
}
