// The mail of a digest: what is new, grouped by room, area and thread, with the texts inside and a way to answer each thread.
import { createTranslator } from 'next-intl';
import type { Locale } from '@/db/words';
import { dateWords } from '@/lib/core/time';
import { env } from '@/lib/env';
import type { Message } from '@/lib/platform/mail/message';
import { suppressed } from '@/lib/platform/mail/send-mail';
import { documentToMail } from '@/lib/text/document-to-mail';
import { messages } from '@/messages';
import { mailDomain } from '../tokens/mail-domain';
import { addressPrefixes } from '../tokens/model';
import { signId } from '../tokens/sign-id';
import { countNews, type DigestSection, type FittedEntry, type FittedTopic, fitSections } from './model';
import type { PlannedDigest } from './queries';
import { writeDigestHtml } from './write-digest-html';
import { type DigestWords, type EntryWords, type TopicWords, writeDigestText } from './write-digest-text';

/**
 * An answer to the digest itself is explained, not posted (MAIL.md E90): its Reply-To holds the digest's own copy.
 * @param copies by the id of a post, the copy whose signed address takes answers to it
 */
export function composeDigest(
  planned: PlannedDigest,
  sections: readonly DigestSection[],
  copies: ReadonlyMap<string, string>,
): Message {
  const { mailFrom, publicUrl } = env();
  const { id, deliveryId, email, locale, rhythm } = planned;
  const domain = mailDomain();
  const signed = (use: 'reply' | 'bounce') => `${addressPrefixes[use]}${signId(use, deliveryId)}@${domain}`;
  const choices = `${publicUrl}/posta/${signId('choices', deliveryId)}`;
  const words = wordsOf({ t: wordsIn(locale), planned, copies }, sections, choices);
  return {
    from: { name: words.sender, address: mailFrom },
    envelopeFrom: signed('bounce'),
    ...{ to: email, replyTo: signed('reply'), subject: words.title, references: [] },
    text: writeDigestText(words),
    html: writeDigestHtml({ ...words, locale }),
    messageId: `digest.${id}@${domain}`,
    sentAt: planned.plannedAt,
    headers: {
      Precedence: 'list',
      'Auto-Submitted': 'auto-generated',
      'List-Id': `<${rhythm}.digest.${domain}>`,
      'List-Help': `<${publicUrl}/profilo/posta>`,
      'List-Unsubscribe': `<${choices}>, <mailto:${signed('reply')}?subject=unsubscribe>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'X-Auto-Response-Suppress': suppressed,
      'X-Loop': mailFrom,
    },
  };
}

const wordsIn = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], namespace: 'choices.digest' });

/** What the words of one digest are made with. */
type Voice = {
  t: ReturnType<typeof wordsIn>;
  planned: PlannedDigest;
  copies: ReadonlyMap<string, string>;
};

function wordsOf(voice: Voice, all: readonly DigestSection[], choices: string): DigestWords {
  const { t, planned } = voice;
  const { publicUrl } = env();
  const { sections, left } = fitSections(all, (body) => documentToMail(body, publicUrl));
  return {
    ...{ title: titleOf(voice, all), sender: t('sender'), intro: t(`intro.${planned.rhythm}`) },
    ...{ note: t('note'), files: t('files') },
    sections: sections.map(({ module, groups }) => ({
      name: t(`modules.${module}`),
      groups: groups.map(({ name, url, topics, more }) => ({
        ...{ name, url, more: more === undefined ? null : { label: t('inSearch', { count: more }), url } },
        topics: topics.map((topic) => topicWords(voice, topic)),
      })),
    })),
    left: left > 0 ? { label: t('left', { count: left }), url: publicUrl } : null,
    links: [
      { label: t('open'), url: publicUrl },
      { label: t('choose'), url: choices },
    ],
  };
}

/** "3 novità nel Forum, 1 nella Normativa". */
function titleOf({ t }: Voice, sections: readonly DigestSection[]): string {
  return sections
    .map((section, index) => {
      const counted = { count: countNews(section), module: t(`inModules.${section.module}`) };
      return t(index === 0 ? 'first' : 'further', counted);
    })
    .join(', ');
}

function topicWords(voice: Voice, { title, url, postId, entries }: FittedTopic): TopicWords {
  const copy = voice.copies.get(postId);
  return {
    ...{ title, url },
    answer: copy === undefined ? null : answerTo(voice, copy, title),
    entries: entries.map((entry) => entryWords(voice, entry)),
  };
}

function answerTo({ t }: Voice, copyId: string, title: string) {
  const address = `${addressPrefixes.reply}${signId('reply', copyId)}@${mailDomain()}`;
  const url = `mailto:${address}?subject=${encodeURIComponent(`Re: ${title}`)}`;
  return { label: t('answer'), address, url };
}

function entryWords({ t, planned }: Voice, entry: FittedEntry): EntryWords {
  const { name, organization } = entry.writer;
  const when = dateWords(entry.at, planned.until, planned.locale).short;
  const isWhole = entry.text !== null && !entry.text.isCut;
  return {
    ...{ text: entry.text, files: entry.files },
    writer: organization ? t('writer', { name, organization, when }) : t('writerAlone', { name, when }),
    read: { label: t(isWhole ? 'read' : 'readOn'), url: entry.url },
  };
}
