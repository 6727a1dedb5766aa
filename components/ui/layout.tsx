// How bricks stand on the page: main column and rail, stacks, lines, tiles, running text.
import type { ReactNode } from 'react';

type Children = { children: ReactNode };

/** Main column; with `rail`, a second one at the right that goes below on phones. */
export function Columns({ children, rail, railLabel }: Children & { rail?: ReactNode; railLabel?: string }) {
  if (!rail) return <div>{children}</div>;
  return (
    <div className="row">
      <div className="col-12 col-lg-8">{children}</div>
      <aside className="col-12 col-lg-4 rc-rail" aria-label={railLabel}>
        {rail}
      </aside>
    </div>
  );
}

/** Things below one another with the same step between: 8, 16 or 32 px. */
export function Stack({ children, gap = 'medium' }: Children & { gap?: 'small' | 'medium' | 'large' }) {
  return <div className={gap === 'medium' ? 'rc-stack' : `rc-stack rc-stack-${gap}`}>{children}</div>;
}

/** Things beside one another that wrap when the line is full. */
export function Line({ children, align = 'start' }: Children & { align?: 'start' | 'end' | 'between' }) {
  return <div className={align === 'start' ? 'rc-line' : `rc-line rc-line-${align}`}>{children}</div>;
}

/** Cards beside one another, as many as fit. */
export function Tiles({ children }: Children) {
  return <div className="rc-tiles">{children}</div>;
}

/** A part of a page with its heading; `id` is what a link can point to. */
export function Section({
  title,
  level = 2,
  id,
  children,
}: Children & { title: ReactNode; level?: 2 | 3; id?: string }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="rc-section" id={id}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** Running text, at most 72 characters wide. */
export function Prose({ children }: Children) {
  return <div className="rc-prose">{children}</div>;
}

/** HTML that was made safe when it was written (posts, guides), shown as it is. */
export function StoredHtml({ html }: { html: string }) {
  // The text was cleaned through an allow-list at write time; rendering it as one string is what keeps long pages fast.
  return <div className="rc-prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A text as it was typed: its lines kept, long ones wrapped. */
export function PlainText({ children }: { children: string }) {
  return <div className="rc-prose rc-plain">{children}</div>;
}

/** What programs say: words without end break anywhere. */
export function Said({ children }: { children: string }) {
  return <span className="rc-plain">{children}</span>;
}

/** A word or line of less weight. */
export function Quiet({ children, small }: Children & { small?: boolean }) {
  return <span className={small ? 'rc-quiet rc-small' : 'rc-quiet'}>{children}</span>;
}

/** Words only a screen reader speaks. */
export function SpokenOnly({ children }: Children) {
  return <span className="visually-hidden">{children}</span>;
}
