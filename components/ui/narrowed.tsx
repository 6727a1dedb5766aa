// A list with what narrows it: folded above the list on a phone, beside it on a desk.
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Native <details>, which the style keeps open where there is room. The list alone where nothing narrows it. */
export function Narrowed({ summary, by, children }: { summary: string; by: ReactNode; children: ReactNode }) {
  if (by === null) return <div>{children}</div>;
  return (
    <div className="rc-narrowed">
      <details className="rc-details rc-narrowing">
        <summary>
          {summary}
          <Icon name="down" />
        </summary>
        <div>{by}</div>
      </details>
      <div>{children}</div>
    </div>
  );
}

export type NarrowChoice = { href: string; label: string; count: number };

/** Links with how many things each leaves. */
export function Choices({ label, choices }: { label: string; choices: readonly NarrowChoice[] }) {
  return (
    <ul className="rc-choices" aria-label={label}>
      {choices.map((choice) => (
        <li key={choice.href}>
          <a href={choice.href}>{choice.label}</a> <span className="rc-quiet">{choice.count}</span>
        </li>
      ))}
    </ul>
  );
}
