// A bounded thing on its own: title, text, foot.
import type { ReactNode } from 'react';

type CardProps = { title: ReactNode; href?: string; level?: 2 | 3; foot?: ReactNode; children?: ReactNode };

/** With `href` the whole card is the target of the one link in its title. */
export function Card({ title, href, level = 2, foot, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="rc-card">
      <Heading>
        {href ? (
          <a className="stretched-link" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </Heading>
      {children}
      {foot ? <div className="rc-card-foot">{foot}</div> : null}
    </div>
  );
}
