import { describe, expect, test } from 'vitest';
import { asRita, domain, judgeTold, rita, type Told } from '@/lib/testing/judge-told';
import { personRow, strangerRow } from '@/lib/testing/known-rows';
import type { KnownSender } from './model';

describe('who signs', () => {
  const withPerson = (rest: Partial<NonNullable<KnownSender['person']>>): KnownSender => {
    const { person } = rita;
    return { ...rita, person: person && { ...person, ...rest } };
  };
  const office = { id: 'segrate', slug: 'segrate', name: 'Comune di Segrate', kind: 'commune' as const };
  const mailbox: KnownSender = strangerRow({
    ...{ kind: 'office', verified: true, office: { ...office, hasLeft: false } },
  });

  test.each<[title: string, sender: KnownSender | null, wanted: object]>([
    ['E11: a verified address', rita, { outcome: 'new-thread', author: asRita }],
    [
      'E11: a shared mailbox signs as the office',
      mailbox,
      { outcome: 'new-thread', author: { kind: 'office', organizationId: 'segrate' } },
    ],
    [
      'E11: an address nobody verified',
      { ...rita, verified: false },
      { outcome: 'refused', reason: 'address-unverified', answer: true, personId: 'rita' },
    ],
    [
      'E17: whose seats have ended',
      withPerson({ seats: [], hasLeft: true }),
      { outcome: 'refused', reason: 'suspended', answer: true },
    ],
    ['E17: who never held one', withPerson({ seats: [] }), { outcome: 'refused', reason: 'no-seat' }],
    [
      'E17: an office that left the network',
      { ...mailbox, office: { ...office, hasLeft: true } },
      { outcome: 'refused', reason: 'suspended' },
    ],
    [
      'E16: a stranger',
      strangerRow(),
      { outcome: 'refused', reason: 'stranger', answer: true, personId: null },
    ],
    [
      'E16: a writer of the archive is a stranger',
      withPerson({ hasAccount: false, seats: [] }),
      { outcome: 'refused', reason: 'stranger' },
    ],
    [
      'E16: told already within a day',
      strangerRow({ answers: ['stranger'] }),
      { outcome: 'refused', reason: 'stranger', answer: false },
    ],
    [
      'E16: an unknown mailbox of a known organisation is held',
      strangerRow({ domainOwnerId: 'segrate' }),
      {
        ...{ outcome: 'held', reason: 'outside-mailbox' },
        author: {
          kind: 'outsider',
          address: 'rita@segrate.example',
          name: 'Rita Sala',
          organizationId: 'segrate',
        },
      },
    ],
    [
      'E26: answered ten times within a day',
      { ...rita, verified: false, answers: Array.from({ length: 10 }, () => 'empty') },
      { outcome: 'refused', reason: 'address-unverified', answer: false },
    ],
    [
      'E26: more than thirty mails within an hour',
      { ...rita, mailsLastHour: 30 },
      { outcome: 'held', reason: 'too-many-mails', author: asRita },
    ],
    [
      'E26: also from somebody unknown at a known organisation',
      strangerRow({ domainOwnerId: 'segrate', mailsLastHour: 30 }),
      { outcome: 'held', reason: 'too-many-mails', author: { kind: 'outsider' } },
    ],
  ])('%s', async (_, sender, wanted) => {
    expect(await judgeTold({}, { sender })).toMatchObject(wanted);
  });

  const postmaster = `postmaster@${domain}`;
  const area = `operatori@${domain}`;
  test.each<[title: string, told: Told, sender: KnownSender, isAnswered: boolean]>([
    ['a stranger, once', {}, strangerRow(), true],
    ['a stranger answered for any other reason', {}, strangerRow({ answers: ['empty'] }), false],
    ['a DMARC report', { from: 'noreply-dmarc@google.example', to: postmaster }, strangerRow(), false],
    ['a member who writes to the postmaster', { to: postmaster }, rita, false],
    ['a stranger who writes to no area', { to: `boh@${domain}` }, strangerRow(), false],
    ['a member who mistypes an area', { to: `operatore@${domain}` }, rita, true],
    [
      'a stranger who writes to the postmaster and an area',
      { to: `${postmaster}, ${area}` },
      strangerRow(),
      true,
    ],
    ['an address that nobody reads', { from: 'no-reply@x.example' }, strangerRow(), false],
    ['another one', { from: 'donotreply@x.example' }, strangerRow(), false],
    ['an Italian one', { from: 'nonrispondere@x.example' }, strangerRow(), false],
    ['a name that only begins alike', { from: 'noemi@x.example' }, strangerRow(), true],
  ])('E16 E27: %s is answered: %#', async (_, told, sender, isAnswered) => {
    expect(await judgeTold({ body: '', ...told }, { sender })).toMatchObject({ answer: isAnswered });
  });

  test('E16: a mail domain that anybody has says nothing of an organisation', async () => {
    const sender = strangerRow({ domainOwnerId: 'segrate' });
    const judged = await judgeTold({ from: 'x@gmail.com' }, { sender });
    expect(judged).toMatchObject({ outcome: 'refused', reason: 'stranger' });
  });

  test('E16: an area may hold what strangers write', async () => {
    const judged = await judgeTold({ to: `aperta@${domain}` }, { sender: strangerRow() });
    expect(judged).toMatchObject({ outcome: 'held', reason: 'stranger', place: { areaIds: ['aperta'] } });
  });

  test('E26: what a stranger writes without end is held for that', async () => {
    const sender = strangerRow({ mailsLastHour: 30 });
    const judged = await judgeTold({ to: `aperta@${domain}` }, { sender });
    expect(judged).toMatchObject({ outcome: 'held', reason: 'too-many-mails' });
  });

  test('a mail without a sender is answered by nobody', async () => {
    const judged = await judgeTold({ from: 'nobody' }, { sender: null });
    expect(judged).toEqual({ outcome: 'refused', reason: 'no-sender', answer: false, personId: null });
  });

  test.each([
    ['the seat of the mail’s own domain', ['operator', 'operator'], 'second'],
    ['the seat that may write', ['reader', 'operator'], 'second'],
    ['the seat that may open a thread here', ['coordinator', 'operator'], 'first'],
  ] as const)('of several seats: %s', async (_, [first, second], wanted) => {
    const seatOf = (id: string, role: typeof first | typeof second, emailDomain: string) =>
      ({ ...personRow('x', role).person?.seats[0], id, emailDomain }) as NonNullable<
        KnownSender['person']
      >['seats'][number];
    const seats = [seatOf('first', first, 'altro.example'), seatOf('second', second, 'segrate.example')];
    const to = wanted === 'first' ? `novita@${domain}` : undefined;
    const judged = await judgeTold({ to }, { sender: withPerson({ seats }) });
    expect(judged).toMatchObject({ author: { seatId: wanted } });
  });
});
