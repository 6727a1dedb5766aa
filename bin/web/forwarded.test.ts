import { expect, test } from 'vitest';
import { clientAddress } from './forwarded.mjs';

test.each([
  ['no proxy: the header counts for nothing', '203.0.113.9', ['198.51.100.1'], [], '203.0.113.9'],
  ['a trusted proxy names the client', '10.0.0.2', ['198.51.100.1'], ['10.0.0.0/8'], '198.51.100.1'],
  [
    'a client that writes the header itself',
    '10.0.0.2',
    ['1.1.1.1', '198.51.100.1'],
    ['10.0.0.2'],
    '198.51.100.1',
  ],
  ['two proxies in a row', '10.0.0.2', ['198.51.100.1', '10.0.0.7'], ['10.0.0.0/8'], '198.51.100.1'],
  ['a proxy over IPv6', '::1', ['2001:db8::5'], ['::1'], '2001:db8::5'],
  ['a proxy that says nothing', '10.0.0.2', [], ['10.0.0.2'], '10.0.0.2'],
])('%s', (_, peer, claimed, trusted, expected) => {
  expect(clientAddress(peer, claimed, trusted)).toBe(expected);
});
