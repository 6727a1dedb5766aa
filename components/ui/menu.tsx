// A panel that opens under its word: native <details>, so it works with JavaScript off.
import type { ReactNode } from 'react';
import { Icon } from './icon';

type MenuProps = { summary: ReactNode; align?: 'start' | 'end'; group: string; children: ReactNode };

/** Menus of one `group` close one another (the `name` of <details>). */
export function Menu({ summary, align = 'end', group, children }: MenuProps) {
  return (
    <details className={align === 'start' ? 'rc-menu rc-menu-start' : 'rc-menu'} name={group}>
      <summary>
        {summary}
        <Icon name="down" />
      </summary>
      <div className="rc-menu-panel">{children}</div>
    </details>
  );
}
