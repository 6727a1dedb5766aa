import { beforeAll, beforeEach, expect, test } from 'vitest';
import { address } from '@/db/schema';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { emptyMail, postOf, postsOf } from '@/lib/testing/mail-stage';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';

await localMail();
const database = await testDatabase();
let world: World;
const pec = 'rita.sala@pec.segrate.example';

beforeAll(async () => {
  world = await createWorld(database.db);
  const { personId } = world.actors.rita;
  await database.db.insert(address).values({ email: pec, kind: 'pec', personId, verifiedAt: new Date(0) });
});

beforeEach(() => emptyMail(database));

const from = 'posta-certificata@pec.gestore.example';
const authentication = { spf: 'pass', dkim: 'pass', dmarc: 'none', from };
const inner = [
  ...[`From: Rita Sala <${pec}>`, 'To: operatori@liste.raccordo.example', 'Subject: Circolare'],
  ...['Message-ID: <dentro@segrate.example>', '', 'Vi giriamo la circolare.'],
].join('\r\n');
const envelope = (claim: string) => `From: "Per conto di: ${claim}" <posta-certificata@pec.gestore.example>
To: operatori@liste.raccordo.example
Subject: POSTA CERTIFICATA: Circolare
Message-ID: <fuori@pec.gestore.example>
X-Trasporto: posta-certificata
Content-Type: multipart/mixed; boundary=p

--p
Content-Type: text/plain

Messaggio di posta certificata
--p
Content-Type: message/rfc822; name=postacert.eml
Content-Disposition: attachment; filename=postacert.eml

${inner}
--p--
`;

test('E93: a certified mail is its sender’s, and is answered under its id outside and its id inside', async () => {
  const row = await arrive(database, { from, authentication, raw: envelope(pec) });
  expect(row).toMatchObject({ outcome: 'new-thread', sender: pec, messageId: 'fuori@pec.gestore.example' });
  const opened = await postOf(database, row);
  expect(opened).toMatchObject({
    ...{ messageId: 'dentro@segrate.example', text: 'Vi giriamo la circolare.' },
    authorId: world.actors.rita.personId,
  });
  for (const id of ['fuori@pec.gestore.example', 'dentro@segrate.example']) {
    const answer = await arrive(database, {
      ...{ from: worldEmail('matteo'), subject: 'R: altro' },
      headers: [`In-Reply-To: <${id}>`],
    });
    expect(answer.outcome).toBe('posted');
  }
  expect(await postsOf(database, opened.threadId)).toHaveLength(3);
});

test('E02 E93: the same certified mail twice is one post; one that names another sender is held', async () => {
  await arrive(database, { from, authentication, raw: envelope(pec) });
  expect(await arrive(database, { from, authentication, raw: envelope(pec) })).toMatchObject({
    outcome: 'duplicate',
  });
  const forged = envelope('altri@pec.gestore.example').replace('fuori@', 'altra@');
  expect(await arrive(database, { from, authentication, raw: forged })).toMatchObject({
    outcome: 'held',
    reason: 'pec-mismatch',
  });
});
