// A link that floats over the foot of what is read: something new has come.
import type { ReactNode } from 'react';
import { buttonClass } from './button';

export function LiveLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="rc-live">
      <a className={buttonClass('primary', true)} href={href}>
        {children}
      </a>
    </p>
  );
}
