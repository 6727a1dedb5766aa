import { describe, expect, it } from 'vitest';
import { findingsWith } from './small-house';
import { walls } from './walls';

/** wall, the file that breaches it, what it imports. */
const breaches: [string, string, string][] = [
  ['components are screens', 'components/ui/card.tsx', "import { listAreas } from '@/lib/forum/queries'"],
  ['components are screens', 'components/ui/card.tsx', "import { mayRead } from '@/lib/forum/policy'"],
  ['components are screens', 'components/ui/card.tsx', "import type { Context } from '@/lib/forum/policy'"],
  ['components are screens', 'components/ui/card.tsx', "import { area } from '@/db/schema'"],
  ['components are screens', 'components/ui/card.tsx', "import { env } from '@/lib/env'"],
  ['components are screens', 'components/ui/card.tsx', "import nodemailer from 'nodemailer'"],
  ['components are screens', 'components/ui/card.tsx', "import { readFileSync } from 'node:fs'"],
  ['components are screens', 'components/ui/card.tsx', "export { gate } from '@/lib/web/gate'"],
  ['routes do not touch the ground', 'app/page.tsx', "import { connect } from '@/db/client'"],
  ['routes do not touch the ground', 'app/page.tsx', "import type { Database } from '@/db/client'"],
  ['routes do not touch the ground', 'app/page.tsx', "const ground = await import('@/db/client')"],
  ['routes do not touch the ground', 'app/page.tsx', "import { sql } from 'drizzle-orm'"],
  ['routes do not touch the ground', 'proxy.ts', "import { area } from './db/schema/forum'"],
  ['routes render no mail', 'app/page.tsx', "import { renderToString } from 'react-dom/server'"],
  ['routes render no mail', 'app/page.tsx', "import { replyNotice } from '@/lib/forum/notices'"],
  ['only the worker knows reactions', 'app/page.tsx', "import { reactions } from '@/lib/reactions'"],
  ['only the worker knows reactions', 'lib/forum/close.ts', "import { reactions } from '@/lib/reactions'"],
  ['only the worker knows reactions', 'app/page.tsx', "import { work } from '@/lib/worker'"],
  ['only the worker knows reactions', 'bin/raccordo.ts', "import { reactions } from '@/lib/reactions'"],
  ['only reactions know notices', 'lib/forum/close.ts', "import { replyNotice } from './notices'"],
  ['only reactions know notices', 'lib/web/action.ts', "import { replyNotice } from '@/lib/forum/notices'"],
  [
    'the house does not know its screens',
    'lib/forum/close.ts',
    "import { AreaList } from '@/components/forum/area-list'",
  ],
  ['the house does not know its screens', 'lib/web/action.ts', "import Page from '../../app/forum/page'"],
  ['the ground knows nothing above it', 'db/seed.ts', "import { postReply } from '@/lib/forum/post-reply'"],
  ['the ground knows nothing above it', 'db/seed.ts', "import type { Context } from '@/lib/core/context'"],
  ['models and policies are pure', 'lib/people/model.ts', "import { area } from '@/db/schema'"],
  ['models and policies are pure', 'lib/people/policy.ts', "import { readFileSync } from 'node:fs'"],
  ['models and policies are pure', 'lib/people/policy.ts', "import { env } from '@/lib/env'"],
  [
    'models and policies are pure',
    'lib/forum/moderation/policy.ts',
    "import { listAreas } from '../queries'",
  ],
  ['core and text stand alone', 'lib/core/time.ts', "import { area } from '@/db/schema'"],
  ['core and text stand alone', 'lib/text/to-mail.ts', "import { send } from '@/lib/platform/mail/send'"],
  ['core and text stand alone', 'lib/text/to-mail.ts', "import { readFile } from 'fs/promises'"],
  [
    'the platform knows no domain',
    'lib/platform/jobs/run.ts',
    "import { postReply } from '@/lib/forum/post-reply'",
  ],
  [
    'the platform knows no domain',
    'lib/platform/jobs/run.ts',
    "import type { Area } from '@/lib/forum/model'",
  ],
  [
    'rooms of the trade send no mail',
    'lib/forum/close.ts',
    "import { send } from '@/lib/platform/mail/send'",
  ],
  [
    'rooms of the trade neither index nor notify',
    'lib/forum/close.ts',
    "import { index } from '@/lib/platform/search/index-document'",
  ],
  [
    'rooms of the trade neither index nor notify',
    'lib/mailing/bounce.ts',
    "import { notify } from '@/lib/platform/notify/notify'",
  ],
  [
    'rooms of the trade do not know the web',
    'lib/forum/close.ts',
    "import { revalidatePath } from 'next/cache'",
  ],
  ['rooms of the trade do not know the web', 'lib/forum/close.ts', "import { gate } from '@/lib/web/gate'"],
  [
    'reserved cases are never found',
    'lib/observatory/queries.ts',
    "import type { Case } from '@/lib/cases/model'",
  ],
  [
    'reserved cases do not index themselves',
    'lib/cases/open-case.ts',
    "import { index } from '@/lib/platform/search/index-document'",
  ],
];

/** A file that keeps all other rules: a first line, and the one function its name asks for. */
function fileWith(file: string, line: string): Record<string, string> {
  const name = file.replace(/^.*\/|\.tsx?$/g, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return { [file]: `// A breach.\n${line};\n\nexport function ${name}() {}\n` };
}

describe('walls', () => {
  it.each(breaches)('%s: %s does not %s', (wall, file, line) => {
    const found = findingsWith(fileWith(file, line));
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toContainEqual(
      expect.stringContaining(`wall ${wall}:`),
    );
    expect(found.every((each) => each.file === file && each.line === 2)).toBe(true);
  });

  it('are each breached above', () => {
    expect(walls.map(({ name }) => name).filter((name) => !breaches.some(([wall]) => wall === name))).toEqual(
      [],
    );
  });

  it('are seen through other modules, which the finding names', () => {
    const found = findingsWith({
      'lib/people/policy.ts':
        "// A policy.\nimport { countSeats } from './count-seats';\nexport const a = countSeats;\n",
      'lib/people/count-seats.ts':
        "// A step.\nimport postgres from 'postgres';\nexport function countSeats() { return postgres; }\n",
    });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('not lib/people/count-seats.ts → npm:postgres'),
    ]);
  });

  it('let types through where they only describe', () => {
    const screen = fileWith(
      'components/ui/card.tsx',
      "import { type Area, type Area as Other } from '@/lib/forum/model'",
    );
    const model = fileWith('lib/people/model.ts', "import type { Database } from '@/db/client'");
    expect(findingsWith({ ...screen, ...model })).toEqual([]);
  });

  it('do not stand around tests', () => {
    const test =
      "import { connect } from '@/db/client';\nimport { send } from '@/lib/platform/mail/send';\nconnect(send(''));\n";
    expect(findingsWith({ 'lib/forum/model.test.ts': test, 'components/ui/card.test.tsx': test })).toEqual(
      [],
    );
  });
});

describe('doors between rooms', () => {
  it('are closed but for the table', () => {
    const found = findingsWith(
      fileWith('lib/people/close.ts', "import { postReply } from '@/lib/forum/post-reply'"),
    );
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('no door from people to lib/forum/'),
    ]);
  });

  it('are open for the table, and for the types of a model', () => {
    const open = fileWith('lib/mailing/bounce.ts', "import { postReply } from '@/lib/forum/post-reply'");
    const types = fileWith('lib/people/close.ts', "import type { Area } from '@/lib/forum/model'");
    expect(findingsWith({ ...open, ...types })).toEqual([]);
  });
});
