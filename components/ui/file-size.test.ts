import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_540, '1,5 kB'],
  [240_300, '240 kB'],
  [2_300_000, '2,3 MB'],
  [7_000_000_000, '7 GB'],
])('%i bytes are "%s"', (bytes, expected) => {
  expect(fileSize(bytes, 'it').replace('\u00a0', ' ')).toBe(expected);
});
