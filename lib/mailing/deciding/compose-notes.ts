// Lines of ours under a mail's own words: which files stayed behind, which thread it follows or resembles (MAIL.md E33, E36, E54).
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import type { TextDocument } from '@/lib/text/schema';
import { messages } from '@/messages';
import { mostNamed } from '../answering/model';
import type { Arrived } from './act-on';
import { findThreadLine } from './find-thread-line';
import { maskAll } from './model';

/** The forum speaks Italian. */
const locale = 'it';

/** @returns paragraphs, in italics; none for most mails */
export async function composeNotes(tx: Context, { files, place }: Arrived): Promise<TextDocument[]> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'answers' });
  const notes: TextDocument[] = [];
  if (files.leftOut.length > 0) {
    const named = files.leftOut.slice(0, mostNamed);
    const list = named.map(({ name, why }) => t(`files.why.${why}`, { name: maskAll(name) })).join('; ');
    const more = files.leftOut.length > mostNamed ? '; …' : '';
    notes.push(paragraph(t('notes.files', { list: list + more })));
  }
  if (place.kind !== 'thread') return notes;
  const near = place.formerThreadId ?? place.similarThreadId;
  const line = near ? await findThreadLine(tx, near) : null;
  if (!line) return notes;
  // A title is shown to nobody who may not read its thread, nor in an address.
  const isSeen = place.areaIds.every((id) => line.areaIds.includes(id));
  const said = t(place.formerThreadId ? 'notes.former' : 'notes.similar', { title: '' }).trim();
  const link = isSeen ? { text: line.title, url: line.url } : { text: t('notes.unseen'), url: line.bareUrl };
  return [...notes, paragraph(`${said} `, link)];
}

function paragraph(text: string, link?: { text: string; url: string }): TextDocument {
  const italic = { type: 'italic' };
  const linked = link && {
    ...{ type: 'text', text: link.text },
    marks: [{ type: 'link', attrs: { href: link.url } }, italic],
  };
  const content = [{ type: 'text', text, marks: [italic] }, ...(linked ? [linked] : [])];
  return { type: 'paragraph', content };
}
