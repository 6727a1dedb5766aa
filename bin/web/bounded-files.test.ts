// That the files in memory stay within their bound, and are found as they were kept.
import { expect, test } from 'vitest';
import { BoundedFiles } from './bounded-files.mjs';

const file = Buffer.alloc(800, 'x');

test('the memory is bounded: the file not asked for longest goes first', () => {
  const files = new BoundedFiles(2100);
  files.keep('a', file);
  files.keep('b', file);
  files.find('a');
  files.keep('c', file);
  expect(['a', 'b', 'c'].map((name) => files.find(name)?.length)).toEqual([800, undefined, 800]);
  expect(files.size()).toEqual({ files: 2, bytes: 2004 });
});

test('a file kept again counts once, and one over the bound is not kept', () => {
  const files = new BoundedFiles(1100);
  files.keep('a', file);
  files.keep('a', file);
  expect(files.size()).toEqual({ files: 1, bytes: 1002 });
  files.keep('b', Buffer.alloc(2000));
  expect(files.size()).toEqual({ files: 0, bytes: 0 });
});

test('empty files count too', () => {
  const files = new BoundedFiles(1000);
  for (let number = 0; number < 100; number += 1) files.keep(`${number}`, Buffer.alloc(0));
  expect(files.size().files).toBe(4);
});
