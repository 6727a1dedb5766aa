// A state in words, and a subject something is filed under.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type BadgeKind = 'plain' | 'good' | 'needs' | 'bad';

/** States and counts are words ("12 risposte"), never a bare number or colour. */
export function Badge({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: BadgeKind;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={kind === 'plain' ? 'badge' : `badge rc-badge-${kind}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}

/** A tag; with `href`, a link to everything that carries it. */
export function Tag({ href, children }: { href?: string; children: ReactNode }) {
  return href ? (
    <a className="rc-tag" href={href}>
      {children}
    </a>
  ) : (
    <span className="rc-tag">{children}</span>
  );
}
