import { expect, test } from 'vitest';
import { type ThreadableMail, threadMails } from './thread-mails';

type Short = {
  id: string;
  to?: string;
  refs?: string[];
  key?: string;
  renamed?: boolean;
  area?: string;
  day: number;
  stands?: string;
};

const long = (mail: Short): ThreadableMail => ({
  ids: [mail.id],
  references: mail.refs ?? (mail.to ? [mail.to] : []),
  subjectKey: mail.key ?? 'x',
  renamed: mail.renamed ?? false,
  areaId: mail.area ?? 'area',
  sentAt: new Date(Date.UTC(2026, 0, mail.day)),
  threadId: mail.stands,
});

const audienceOf = (area: string | null) => (area === 'narrow' ? 'few' : 'all');

const cases: [name: string, mails: Short[], threads: string[]][] = [
  [
    'one answers another',
    [
      { id: 'a', day: 1 },
      { id: 'b', to: 'a', key: 'y', day: 2 },
    ],
    ['a b'],
  ],
  [
    'E35 the parent comes later in the file',
    [
      { id: 'b', to: 'a', key: 'y', day: 2 },
      { id: 'a', day: 1 },
    ],
    ['a b'],
  ],
  [
    'a farther reference',
    [
      { id: 'a', day: 1 },
      { id: 'c', refs: ['lost', 'a'], key: 'y', day: 3 },
    ],
    ['a c'],
  ],
  [
    'two answers to a lost message',
    [
      { id: 'a', to: 'lost', key: 'y', day: 1 },
      { id: 'b', to: 'lost', key: 'z', day: 2 },
    ],
    ['a b'],
  ],
  [
    'a circle of references',
    [
      { id: 'a', to: 'b', day: 1 },
      { id: 'b', to: 'a', day: 2 },
    ],
    ['a b'],
  ],
  [
    'an answer to itself',
    [
      { id: 'a', to: 'a', key: 'y', day: 1 },
      { id: 'b', day: 2 },
    ],
    ['a', 'b'],
  ],
  [
    'equal subject within 60 days',
    [
      { id: 'a', day: 1 },
      { id: 'b', day: 61 },
    ],
    ['a b'],
  ],
  [
    'equal subject after 61 days',
    [
      { id: 'a', day: 1 },
      { id: 'b', day: 62 },
    ],
    ['a', 'b'],
  ],
  [
    'the last mail of the subject counts',
    [
      { id: 'a', day: 1 },
      { id: 'b', day: 50 },
      { id: 'c', day: 100 },
    ],
    ['a b c'],
  ],
  [
    'equal subject in another area',
    [
      { id: 'a', day: 1 },
      { id: 'b', area: 'other', day: 2 },
    ],
    ['a', 'b'],
  ],
  [
    'an answer in another area that the same people read',
    [
      { id: 'a', day: 1 },
      { id: 'b', to: 'a', area: 'other', day: 2 },
    ],
    ['a b'],
  ],
  [
    'answers in an area that others read stand together, apart',
    [
      { id: 'a', day: 1 },
      { id: 'b', to: 'a', area: 'narrow', day: 2 },
      { id: 'c', refs: ['a', 'b'], area: 'narrow', day: 3 },
      { id: 'd', refs: ['b', 'a'], day: 4 },
    ],
    ['a d', 'b c'],
  ],
  [
    'answers to a lost message in areas that others read',
    [
      { id: 'a', to: 'lost', key: 'y', day: 1 },
      { id: 'b', to: 'lost', key: 'y', area: 'narrow', day: 2 },
    ],
    ['a', 'b'],
  ],
  [
    'no subject',
    [
      { id: 'a', key: '', day: 1 },
      { id: 'b', key: '', day: 2 },
    ],
    ['a', 'b'],
  ],
  [
    'references beat subjects',
    [
      { id: 'a', day: 1 },
      { id: 'b', key: 'y', day: 2 },
      { id: 'c', to: 'b', key: 'x', day: 3 },
    ],
    ['a', 'b c'],
  ],
  [
    'same subject years apart, answered by reference',
    [
      { id: 'a', day: 1 },
      { id: 'b', to: 'a', day: 2 },
      { id: 'c', day: 900 },
      { id: 'd', to: 'c', day: 901 },
    ],
    ['a b', 'c d'],
  ],
  [
    'a renamed subject opens a thread, and its answers follow',
    [
      { id: 'a', key: 'old', day: 1 },
      { id: 'b', to: 'a', key: 'new', renamed: true, day: 2 },
      { id: 'c', refs: ['b', 'a'], key: 'new', renamed: true, day: 3 },
      { id: 'd', to: 'a', key: 'old', day: 4 },
      { id: 'e', key: 'new', renamed: true, day: 5 },
    ],
    ['a d', 'b c e'],
  ],
  [
    'a renamed subject equal to its parent’s stays',
    [
      { id: 'a', key: 'new', day: 1 },
      { id: 'b', to: 'a', key: 'new', renamed: true, day: 2 },
    ],
    ['a b'],
  ],
  [
    'a new mail joins the thread that stands',
    [
      { id: 'k', stands: 't', day: 1 },
      { id: 'b', to: 'k', key: 'y', day: 2 },
    ],
    ['k b'],
  ],
  [
    'threads that stand are not merged',
    [
      { id: 'k', stands: 't', day: 1 },
      { id: 'l', to: 'k', stands: 'u', day: 2 },
    ],
    ['k', 'l'],
  ],
];

test.each(cases)('%s', (_, mails, wanted) => {
  const threads = threadMails(mails.map(long), audienceOf);
  expect(threads.map((thread) => thread.mails.map((mail) => mail.ids[0]).join(' '))).toEqual(wanted);
});

test('says what each mail answers', () => {
  const [a, b] = [long({ id: 'a', day: 2 }), long({ id: 'b', to: 'a', day: 1 })];
  const [thread] = threadMails([a, b], audienceOf);
  expect(thread?.parents.get(b)).toBe(a);
});
