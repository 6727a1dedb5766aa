'use client';
// HTML that goes to the browser once: as the page itself, and not again beside it as React's account of it.
import { useState } from 'react';
import { takeHeld } from './held';

type HeldHtmlProps = {
  id: string;
  /** Only where a script asked for this part of a page that stands already. */
  html?: string;
};

/**
 * The server writes what `hold` put aside; the browser finds it in the page, and keeps it also where React begins anew.
 */
export function HeldHtml({ id, html }: HeldHtmlProps) {
  const [first] = useState(() => html ?? standing(id));
  return <div id={id} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html ?? first }} />;
}

function standing(id: string): string {
  if (typeof document === 'undefined') return takeHeld(id);
  return document.getElementById(id)?.innerHTML ?? '';
}
