// A panel that opens under its word: native <details>, so it works with JavaScript off.
import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

type MenuProps = {
  summary: ReactNode;
  align?: 'start' | 'end';
  group: string;
  /** In the text of a page: looks like a button, and what stands below makes room. */
  inText?: boolean;
  children: ReactNode;
};

const places = { start: 'rc-menu rc-menu-start', end: 'rc-menu', text: 'rc-menu rc-menu-text' };

/** Menus of one `group` close one another (the `name` of <details>). */
export function Menu({ summary, align = 'end', group, inText, children }: MenuProps) {
  return (
    <details className={places[inText ? 'text' : align]} name={group}>
      <summary className={inText ? buttonClass('secondary', true) : undefined}>
        {summary}
        <Icon name="down" />
      </summary>
      <div className="rc-menu-panel">{children}</div>
    </details>
  );
}
