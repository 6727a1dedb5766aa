'use client';
// "Cita" beside a post: takes what is selected in it, or the whole of it, into the text being written.
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { RichTextHandle } from './rich-text';

/** Where a post stands on the page: `<article>`; what one may quote of it: `[data-quotable]`. */
const linkOf = 'a[data-quote]';

/**
 * Without a script the link leads to a page whose text area begins with the quote.
 * @param onQuoted is told the id of the post
 * @returns to be called when the editor is there: puts in what was quoted meanwhile
 */
export function useQuotes(
  rich: RefObject<RichTextHandle | null>,
  enter: () => void,
  onQuoted: (post: string) => void,
): () => void {
  const isReady = useRef(false);
  const waiting = useRef<string[]>([]);
  const doors = useRef({ enter, onQuoted });
  doors.current = { enter, onQuoted };
  useEffect(() => {
    const take = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest(linkOf) : null;
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const words = quoted(link);
      doors.current.onQuoted(link.getAttribute('data-post') ?? '');
      if (isReady.current) rich.current?.quote(words);
      else {
        waiting.current.push(words);
        doors.current.enter();
      }
    };
    document.addEventListener('click', take);
    return () => document.removeEventListener('click', take);
  }, [rich]);
  return useCallback(() => {
    isReady.current = true;
    for (const words of waiting.current.splice(0)) rich.current?.quote(words);
  }, [rich]);
}

/** Author and words, a line each. */
function quoted(link: Element): string {
  const post = link.closest('article');
  const selection = window.getSelection();
  const inPost = post && selection?.anchorNode && post.contains(selection.anchorNode);
  const selected = inPost ? selection.toString().trim() : '';
  const whole = post?.querySelector<HTMLElement>('[data-quotable]')?.innerText ?? '';
  return `${link.getAttribute('data-quote')}\n${selected || whole.trim()}`;
}
