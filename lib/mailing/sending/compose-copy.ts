// The form of all copies of one post in one language from one area; what differs by person is marked.
import { createTranslator } from 'next-intl';
import type { Locale } from '@/db/words';
import { env } from '@/lib/env';
import { postAddress } from '@/lib/forum/model';
import { addressPrefixes } from '@/lib/mailing/tokens/model';
import { type Form, makeMark } from '@/lib/platform/mail/form';
import { suppressed } from '@/lib/platform/mail/send-mail';
import { documentToMail } from '@/lib/text/document-to-mail';
import { messages } from '@/messages';
import { mailDomain } from '../tokens/mail-domain';
import {
  type CopyWords,
  copyText,
  type MailedArea,
  type MailedPost,
  referencesOf,
  rootMessageId,
  senderName,
  subjectOf,
} from './model';
import { writeCopyHtml } from './write-copy-html';

/** What is marked in a form, in the order of its marks: `fillCopy` gives the words. */
type Marks = { to: string; reply: string; bounce: string; choices: string };

/** Headers as MAIL.md E60–E65 want them, the same through every transport. */
export function composeCopy(post: MailedPost, area: MailedArea, locale: Locale): Form {
  const marks: Marks = {
    to: `${makeMark()}@receiver.invalid`,
    ...{ reply: makeMark(), bounce: makeMark(), choices: makeMark() },
  };
  const domain = mailDomain();
  const replyTo = `${addressPrefixes.reply}${marks.reply}@${domain}`;
  const url = new URL(postAddress({ ...post.thread, areaSlug: area.slug }, post.number), env().publicUrl)
    .href;
  const choices = new URL(`/posta/${marks.choices}`, env().publicUrl).href;
  const words = wordsOf(post, locale, { url, choices });
  const references = referencesOf(rootMessageId(post.thread.id, domain), post.parents);
  return {
    marks: [marks.to, marks.reply, marks.bounce, marks.choices],
    message: {
      from: { name: senderName(post.author), address: area.postingAddress },
      envelopeFrom: `${addressPrefixes.bounce}${marks.bounce}@${domain}`,
      ...{ to: marks.to, replyTo, subject: words.subject, references },
      text: copyText(words),
      html: writeCopyHtml(words),
      messageId: post.messageId,
      sentAt: post.postedAt,
      inReplyTo: post.parents.at(-1),
      headers: listHeaders(area, { url, choices, replyTo }),
    },
  };
}

function wordsOf(post: MailedPost, locale: Locale, at: { url: string; choices: string }): CopyWords {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'copies' });
  const { publicUrl } = env();
  const text = documentToMail(post.body, publicUrl);
  const { name, organization } = post.author;
  const isNamed = organization && organization.name !== name;
  const files = post.files.map((file) => ({ label: file.name, url: `${publicUrl}/api/files/${file.id}` }));
  return {
    ...{ locale, text, marker: t('marker'), subject: subjectOf(post.thread.title, post.number === 1) },
    writer: isNamed ? t('writer', { name, organization: organization.name }) : t('writerAlone', { name }),
    cut: text.isCut ? { label: t('cut'), url: at.url } : null,
    files: files.length > 0 ? { label: t('files'), list: files } : null,
    links: [
      { label: t('read'), url: at.url },
      { label: t('mute'), url: `${at.choices}#discussione` },
      { label: t('choose'), url: at.choices },
    ],
  };
}

/** RFC 2369, 2919, 5064 and 8058; `X-Loop` is how our own mail is known when a list sends it back (MAIL.md E25). */
function listHeaders(area: MailedArea, at: { url: string; choices: string; replyTo: string }) {
  const { publicUrl } = env();
  return {
    Precedence: 'list',
    'List-Id': `<${area.listId}>`,
    'List-Post': `<mailto:${area.postingAddress}>`,
    'List-Help': `<${publicUrl}/profilo/posta>`,
    'List-Archive': `<${publicUrl}/forum/${area.slug}>`,
    'Archived-At': `<${at.url}>`,
    'List-Unsubscribe': `<${at.choices}>, <mailto:${at.replyTo}?subject=unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'X-Auto-Response-Suppress': suppressed,
    'X-Loop': area.postingAddress,
  };
}
