// A part of a page that is only read, written as one string inside the element that holds it.
import type { ReactNode } from 'react';
import { writeHtml } from './write-html';

type WrittenProps = {
  as?: 'div' | 'header' | 'footer' | 'ul' | 'aside';
  className?: string;
  children: ReactNode;
};

/**
 * For what has no state and no client component in it: React's work does not grow with it. Forms of server actions
 * inside are sent as by a browser without script.
 */
export function Written({ as: Holder = 'div', className, children }: WrittenProps) {
  // Every text in the string is escaped by writeHtml, as React would; what is not was made safe when it was stored.
  return <Holder className={className} dangerouslySetInnerHTML={{ __html: writeHtml(children) }} />;
}
