// A digest as plain text: it reads well alone.
import type { MailText } from '@/lib/text/document-to-mail';

export type WordedLink = { label: string; url: string };

/** `text`: null where the mail has room for the link alone. */
export type EntryWords = {
  writer: string;
  text: MailText | null;
  files: readonly WordedLink[];
  read: WordedLink;
};

export type TopicWords = {
  title: string;
  url: string;
  /** Where an answer to the thread goes; `url` opens a mail to it. */
  answer: (WordedLink & { address: string }) | null;
  entries: readonly EntryWords[];
};

export type GroupWords = {
  name: string;
  url: string;
  topics: readonly TopicWords[];
  /** What leads to all of it, where not everything is told. */
  more: WordedLink | null;
};

/** Everything a digest says, in one language: the plain text and the HTML are made of the same words. */
export type DigestWords = {
  title: string;
  sender: string;
  intro: string;
  note: string;
  files: string;
  sections: readonly {
    name: string;
    groups: readonly GroupWords[];
  }[];
  /** What had no room at all. */
  left: WordedLink | null;
  links: readonly WordedLink[];
};

export function writeDigestText(words: DigestWords): string {
  const { title, intro, note, sections, left, links } = words;
  const groups = sections.flatMap(({ name, groups: of }) =>
    of.flatMap((group) => [
      `=== ${name} · ${group.name} ===`,
      ...group.topics.flatMap((topic) => topicLines(topic, words.files)),
      ...(group.more ? [line(group.more)] : []),
    ]),
  );
  const blocks = [title, `${intro} ${note}`, ...groups, ...(left ? [line(left)] : [])];
  return `${blocks.join('\n\n')}\n\n-- \n${links.map(line).join('\n')}\n`;
}

function topicLines({ title, url, answer, entries }: TopicWords, files: string): string[] {
  const head = [`* ${title}`, url, ...(answer ? [`${answer.label}: ${answer.address}`] : [])];
  return [head.join('\n'), ...entries.flatMap((entry) => entryLines(entry, files))];
}

function entryLines({ writer, text, files: list, read }: EntryWords, files: string): string[] {
  return [
    writer,
    ...(text?.text ? [text.text] : []),
    ...(list.length > 0 ? [[files, ...list.map(line)].join('\n')] : []),
    line(read),
  ];
}

function line({ label, url }: WordedLink): string {
  return `${label}: ${url}`;
}
