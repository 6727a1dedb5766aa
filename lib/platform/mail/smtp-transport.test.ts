import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { type Form, makeMark } from './form';
import { smtpTransport } from './smtp-transport';

const mark = makeMark();
const receiver = makeMark();
const form: Form = {
  message: {
    from: { name: 'Rita Sala', address: 'operatori@liste.raccordo.example' },
    envelopeFrom: `b-${mark}@liste.raccordo.example`,
    to: `${receiver}@receiver.invalid`,
    ...{ subject: 'Prova', text: 'Prova.', html: '<p>Prova.</p>' },
    messageId: 'p1@liste.raccordo.example',
    sentAt: new Date('2026-11-03T09:30:00Z'),
    references: [],
    headers: {},
  },
  marks: [`${receiver}@receiver.invalid`, mark],
};

test('E68: a server that ends each connection after two mails gets the others by fresh ones', async () => {
  const taken: string[] = [];
  const counts = new WeakMap<object, number>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false },
    onMailFrom: (_address, session, done) => {
      const count = (counts.get(session) ?? 0) + 1;
      counts.set(session, count);
      done(count > 2 ? Object.assign(new Error('4.7.0 Enough'), { responseCode: 421 }) : null);
    },
    onData: (stream, { envelope }, done) => {
      stream.on('end', () => {
        taken.push(envelope.rcptTo[0]?.address ?? '');
        done();
      });
      stream.resume();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const own = smtpTransport({ url: `smtp://127.0.0.1:${port}?maxConnections=1` });
  const seal = await own.print(form);
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    expect(await own.send([seal([`${name}@segrate.example`, 'abc'])], name)).toMatchObject([{ taken: true }]);
  }
  expect(taken.map((to) => to[0]).join('')).toBe('abcde');
  own.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
