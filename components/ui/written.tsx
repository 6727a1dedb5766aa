// A part of a page that is only read, written as one string inside the element that holds it.
import type { ReactNode } from 'react';
import { hold } from './held';
import { HeldHtml } from './held-html';
import { writeHtml } from './write-html';

type WrittenProps = { children: ReactNode };

type WrittenOnceProps = WrittenProps & { whole: boolean };

/**
 * For what has no state and no client component in it: React's work does not grow with it. Forms of server actions
 * inside are sent as by a browser without script.
 */
export function Written({ children }: WrittenProps) {
  // Every text in the string is escaped by writeHtml, as React would; what is not was made safe when it was stored.
  return <div dangerouslySetInnerHTML={{ __html: writeHtml(children) }} />;
}

/**
 * The same for what is long. React would send the string twice: as the page, and beside it for its own account.
 * @param whole whether a whole page is asked for, and not by a script a part of one that stands already
 */
export function WrittenOnce({ whole, children }: WrittenOnceProps) {
  const html = writeHtml(children);
  return whole ? <HeldHtml id={hold(html)} /> : <HeldHtml id={hold('')} html={html} />;
}
