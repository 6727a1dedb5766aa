// A question before a deed, or a small form, opened by a button and standing beside it.
import type { ReactNode } from 'react';
import { type ButtonKind, buttonClass } from './button';
import { Icon, type IconName } from './icon';

type DialogProps = {
  /** The words of the button that opens it. */
  opener: string;
  title: string;
  kind?: ButtonKind;
  small?: boolean;
  icon?: IconName;
  /** The whole sentence, where the opener's word stands many times on a page. */
  label?: string;
  open?: boolean;
  /** What is asked, naming the thing, and the form that does it. */
  children: ReactNode;
};

/** A native <details>, not a modal: it works with JavaScript off and closes by its own button. */
export function Dialog({
  opener,
  title,
  kind = 'secondary',
  small,
  icon,
  label,
  open,
  children,
}: DialogProps) {
  return (
    <details className="rc-dialog" open={open}>
      <summary className={buttonClass(kind, small)} aria-label={label}>
        {icon ? <Icon name={icon} /> : null}
        {opener}
      </summary>
      <div className="rc-dialog-panel">
        <h2>{title}</h2>
        {children}
      </div>
    </details>
  );
}
