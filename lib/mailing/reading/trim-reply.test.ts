import { expect, test } from 'vitest';
import { htmlToText } from '@/lib/text/html-to-text';
import replies from '../fixtures/replies.json';
import { trimReply } from './trim-reply';

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const words = (text: string) =>
  new Set(
    text
      .replace(/[>\s]+/g, ' ')
      .trim()
      .split(' '),
  );

test.each(replies.text.map((each) => [each.id, each] as const))(
  'E40 text %s',
  (_, { text, expect: wanted }) => {
    expect(flat(trimReply(text).text)).toBe(flat(wanted));
  },
);

test.each(replies.html.map((each) => [each.id, each] as const))(
  'E40 html %s',
  (_, { html, expect: wanted }) => {
    expect(flat(trimReply(htmlToText(html)).text)).toBe(flat(wanted));
  },
);

test.each(replies.text.map((each) => [each.id, each.text] as const))(
  'E42 nothing of %s is lost',
  (_, text) => {
    const { text: own, quoted } = trimReply(text);
    expect(words(`${own} ${quoted}`)).toEqual(words(text));
  },
);
