import { beforeAll, beforeEach, expect, test } from 'vitest';
import { arrive, operatori } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { emptyMail, postOf } from '@/lib/testing/mail-stage';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';

await localMail();
const database = await testDatabase();
let world: World;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;
const quoted = 'Così.\r\n\r\nIl giorno 7 set 2026, Rita Sala ha scritto:\r\n> Solo tra noi.';

beforeAll(async () => {
  world = await createWorld(database.db);
});

beforeEach(() => emptyMail(database));

const plantIn = (area: keyof World['areas'], at = new Date(Date.now() - 3_600_000)) =>
  plantThread(database.db, {
    ...{ areas: [world.areas[area]], title: 'Caso delicato', author: world.actors.rita },
    posts: [{ text: 'Solo tra noi.', at }],
  });

const comuni = 'comuni@liste.raccordo.example';

test.each([
  ['communes into that of all', 'comuni', operatori, false],
  ['all into that of communes', 'operatori', comuni, true],
] as const)(
  'E36: an answer taken from the area of %s opens a thread there, its quote only for whoever may read it',
  async (_what, area, to, isKept) => {
    const { messageId } = await plantIn(area);
    const headers = [`In-Reply-To: <${messageId}>`];
    const row = await arrive(database, { from: matteo, to, subject: 'R: Altro', headers, text: quoted });
    expect(row.outcome).toBe('new-thread');
    const posted = await postOf(database, row);
    expect(posted.text).toBe('Così.');
    expect(posted.quotedHtml?.includes('Solo tra noi.') ?? false).toBe(isKept);
  },
);

test('E36: what follows an old thread of fewer readers names neither its title nor an address that says it', async () => {
  const { messageId, number } = await plantIn('comuni', new Date(Date.now() - 3 * 365 * 24 * 3_600_000));
  const row = await arrive(database, {
    ...{ from: matteo, to: `${comuni}, ${operatori}`, subject: 'R: Torno su', text: quoted },
    ...{ headers: [`In-Reply-To: <${messageId}>`], envelope: { to: [comuni, operatori] } },
  });
  expect(row.outcome).toBe('new-thread');
  const { html, text, quotedHtml } = await postOf(database, row);
  expect(text).toContain('Segue: una discussione di un’altra area');
  expect(html).toContain(`/forum/comuni/${number}"`);
  expect(html).not.toContain('delicato');
  expect(quotedHtml).toBeNull();
});
